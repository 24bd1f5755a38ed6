/** Measurements, run by {@code mvn test -Pbenchmark} only; nothing here decides whether a build passes. */
package jp.kakehashi.benchmark;

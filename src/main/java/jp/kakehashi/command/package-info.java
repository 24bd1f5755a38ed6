/**
 * The doors for people at a terminal: {@code serve demo check verify keys people}.
 *
 * <p>May use every other package, as needed; nothing uses it.
 */
package jp.kakehashi.command;

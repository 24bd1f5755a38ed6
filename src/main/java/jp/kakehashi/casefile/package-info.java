/**
 * One person's case and its history: screening, the reason text, confirmation, and whether the person still belongs on
 * the list.
 *
 * <p>May use {@code source}, {@code agreement}, {@code calendar}, {@code register} and {@code vault}.
 */
package jp.kakehashi.casefile;

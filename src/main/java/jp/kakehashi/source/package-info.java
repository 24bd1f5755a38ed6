/**
 * Understands the rows of the tax database: the column contract, one person's facts, and whether they are new, changed,
 * settled or unchanged. It puts no question itself, except for the check of the contract; routes ask.
 *
 * <p>May use {@code agreement}, {@code calendar}, {@code register} and {@code vault}.
 */
package jp.kakehashi.source;

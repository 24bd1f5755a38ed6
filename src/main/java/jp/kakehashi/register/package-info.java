/**
 * What was done, and what was told to whom: the hash chain of every act, and every cell of every message, either way,
 * by person.
 *
 * <p>May use {@code vault}.
 */
package jp.kakehashi.register;

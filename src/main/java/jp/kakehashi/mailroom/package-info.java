/**
 * Outbox and inbox for both roles. It alone posts; it knows mails, not shipments.
 *
 * <p>May use {@code letter}, {@code agreement}, {@code register} and {@code vault}.
 */
package jp.kakehashi.mailroom;

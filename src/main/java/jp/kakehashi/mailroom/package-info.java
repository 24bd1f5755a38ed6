/**
 * Outbox and inbox for both roles, and the switches that let posting or a route stand still. It alone posts; it knows mails, not
 * shipments.
 *
 * <p>May use {@code letter}, {@code agreement}, {@code register} and {@code vault}.
 */
package jp.kakehashi.mailroom;

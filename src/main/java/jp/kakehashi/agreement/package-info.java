/**
 * The written agreement as code: who may send what to whom, why, until when, and which items.
 *
 * <p>May use {@code workbook} and {@code calendar}.
 */
package jp.kakehashi.agreement;

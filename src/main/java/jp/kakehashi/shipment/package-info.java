/**
 * Shipments: what is sent to the recipient, from draft to acknowledgement. Sealed bytes are released, never others.
 *
 * <p>May use directly: casefile, mailroom, workbook, parcel, letter, agreement, calendar, register, vault.
 */
package jp.kakehashi.shipment;

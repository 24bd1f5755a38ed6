/**
 * 決裁 and 送信立会い: who decided which rows, and who stood by which bytes.
 *
 * <p>May use directly: shipment, people, agreement, calendar, register.
 */
package jp.kakehashi.release;

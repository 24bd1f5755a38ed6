/**
 * 決裁 and 送信立会い: who decided which rows, and who stood by which bytes; and what must be open before ② goes: gates
 * and stops.
 *
 * <p>May use directly: shipment, people, agreement, calendar, register.
 */
package jp.kakehashi.release;

/**
 * Business days and holidays of the office, eras, fiscal years. All dates are dates in Asia/Tokyo.
 *
 * <p>May use no other package.
 */
package jp.kakehashi.calendar;

/**
 * Layouts, and rows to and from an encrypted workbook: what the receiving office opens with Excel and a password.
 *
 * <p>{@link jp.kakehashi.workbook.Workbooks} is the one door. May use the JDK, Apache POI's encryption and Aalto's parser, and no other
 * package: it can be lifted out, and its format is pinned by known answers.
 */
package jp.kakehashi.workbook;

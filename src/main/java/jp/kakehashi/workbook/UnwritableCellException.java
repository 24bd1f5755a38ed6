package jp.kakehashi.workbook;

/**
 * A text that no workbook can hold: a character that XML 1.0 forbids, half of a surrogate pair, or more than Excel's 32,767
 * characters. The message says where (row and heading) and why, and never quotes the text itself.
 */
public final class UnwritableCellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwritableCellException(String where, String why) {
        super(where + ": " + why);
    }
}

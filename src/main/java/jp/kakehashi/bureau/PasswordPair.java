package jp.kakehashi.bureau;

/**
 * A pair of the agreed table.
 *
 * @param number as paper and mail name it, such as W7
 * @param zip password 1
 * @param workbook password 2
 */
record PasswordPair(String number, String zip, String workbook) {

    @Override
    public String toString() {
        return "PasswordPair[" + number + "]";
    }
}

package jp.kakehashi.workbook;

/**
 * A cell of a received sheet, for the person who has to find it. Words are made only when something is wrong there.
 *
 * @param row from 1, as Excel counts
 * @param column from 0; people are told it from 1
 */
record Place(int row, int column) {

    Refusal refuse(Reason reason) {
        return refuse(reason, "");
    }

    /** Names the cell, and behind it what of it. */
    Refusal refuse(Reason reason, String what) {
        return new Refusal(reason, row + "行目の" + (column + 1) + "列目" + what);
    }
}

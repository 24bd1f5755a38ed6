package jp.kakehashi.workbook;

/** The text of one cell, which mostly comes in one piece; bounded, since a hostile one comes in many. */
final class CellText {

    static final int MOST = 8 * SheetStream.LONGEST_CELL;

    private String first = "";
    private StringBuilder more;

    void add(String piece) throws Refusal {
        if (length() + piece.length() > MOST) {
            throw new Refusal(Reason.OUT_OF_BOUNDS, "1セルの文字数");
        }
        if (more != null) {
            more.append(piece);
        } else if (first.isEmpty()) {
            first = piece;
        } else {
            more = new StringBuilder(first).append(piece);
        }
    }

    private int length() {
        return more == null ? first.length() : more.length();
    }

    @Override
    public String toString() {
        return more == null ? first : more.toString();
    }
}

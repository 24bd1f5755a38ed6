package jp.kakehashi.workbook;

/** The looks of a cell, by the index of their {@code xf} in styles.xml. */
enum Style {
    TITLE(1),
    LINE(2),
    HEADING(3),
    CELL(4),
    WRAPPED(5),
    NUMBER(6),
    END_MARK(7),
    CONDITION(8);

    private final int index;

    Style(int index) {
        this.index = index;
    }

    int index() {
        return index;
    }
}

package jp.kakehashi.workbook;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a sheet, one after the other, whatever the kind of their cells. */
final class SheetReader {

    private static final int MOST_COLUMNS = 16_384;

    /** Takes one row: its number on the sheet, and its cells from column A on. */
    interface Rows {
        void row(int number, List<String> cells) throws Refusal;
    }

    private final SharedStrings strings;
    private final Rows rows;
    private final List<String> cells = new ArrayList<>();
    private int row;

    SheetReader(SharedStrings strings, Rows rows) {
        this.strings = strings;
        this.rows = rows;
    }

    void read(InputStream part) throws Refusal {
        Xml xml = new Xml(part);
        while (xml.next()) {
            if (xml.opens("row")) {
                openRow(xml.attribute("r"));
            } else if (xml.opens("c")) {
                cell(xml);
            } else if (xml.closes("row")) {
                rows.row(row, cells);
            }
        }
    }

    private void openRow(String stated) throws Refusal {
        int number = stated == null ? row + 1 : whole(stated, 0);
        if (number <= row) {
            throw new Refusal(Reason.NOT_A_WORKBOOK, (row + 1) + "行目");
        }
        row = number;
        cells.clear();
    }

    private void cell(Xml xml) throws Refusal {
        String reference = xml.attribute("r");
        int column = reference == null ? cells.size() : column(reference);
        if (column < cells.size() || column >= MOST_COLUMNS) {
            throw new Refusal(Reason.NOT_A_WORKBOOK, row + "行目");
        }
        while (cells.size() < column) {
            cells.add("");
        }
        Place place = new Place(row, column);
        String text = new CellValue(xml, strings, place).read();
        if (text.length() > SheetStream.LONGEST_CELL) {
            throw place.refuse(Reason.OUT_OF_BOUNDS, "の文字数");
        }
        cells.add(text);
    }

    private int column(String reference) throws Refusal {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && i < 3 && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        if (i == 0 || whole(reference, i) != row) {
            throw new Refusal(Reason.NOT_A_WORKBOOK, row + "行目");
        }
        return column - 1;
    }

    private int whole(String text, int from) throws Refusal {
        try {
            return Integer.parseInt(text, from, text.length(), 10);
        } catch (NumberFormatException e) {
            throw new Refusal(Reason.NOT_A_WORKBOOK, (row + 1) + "行目");
        }
    }
}

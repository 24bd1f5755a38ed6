package jp.kakehashi.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/** Writes the sheet with the table: title rows, headings, one row a record, the end mark. */
final class TableSheet {

    private static final int LAST_ROW = 1_048_576;

    private final Layout layout;
    private final List<Column> columns;
    private final SheetStream sheet;

    TableSheet(Layout layout, OutputStream out) {
        this.layout = layout;
        this.columns = layout.tableColumns();
        this.sheet = new SheetStream(out, columns.size());
    }

    void write(Iterator<List<String>> rows) throws IOException {
        SheetFrame frame = new SheetFrame(sheet.xml());
        frame.open(layout.headingRow(), columns);
        for (int i = 0; i < layout.titleRows().size(); i++) {
            line(i == 0 ? Style.TITLE : Style.LINE, layout.titleRows().get(i));
        }
        while (sheet.row() < layout.headingRow() - 1) {
            sheet.openRow(1);
            sheet.closeRow();
        }
        headings();
        int number = 0;
        while (rows.hasNext()) {
            row(++number, rows.next());
        }
        if (layout.endMark()) {
            line(Style.END_MARK, Layout.END_MARK);
        }
        String table = "A1:" + SheetStream.letters(columns.size() - 1) + sheet.row();
        frame.close(layout.footer().orElse(""), table);
    }

    /** A line over the whole width; the empty cells beside it let it run on or stand in the middle without a merged cell. */
    private void line(Style style, String text) throws IOException {
        sheet.openRow(1);
        cell(0, style, text, text.equals(Layout.END_MARK) ? "終わりの行" : "題名の" + sheet.row() + "行目");
        if (style != Style.LINE) {
            for (int i = 1; i < columns.size(); i++) {
                sheet.cell(i, style, null);
            }
        }
        sheet.closeRow();
    }

    private void headings() throws IOException {
        sheet.openRow(columns.stream().mapToInt(Column::linesOfHeading).max().orElse(1));
        for (int i = 0; i < columns.size(); i++) {
            cell(i, Style.HEADING, columns.get(i).heading(), "見出し");
        }
        sheet.closeRow();
    }

    private void row(int number, List<String> cells) throws IOException {
        if (cells.size() != layout.columns().size()) {
            throw new IllegalArgumentException("row " + number + " has " + cells.size() + " cells, the layout "
                    + layout.columns().size());
        }
        if (sheet.row() + (layout.endMark() ? 1 : 0) >= LAST_ROW) {
            throw new UnwritableCellException(number + "件目", "1シートの上限" + LAST_ROW + "行を超えています");
        }
        sheet.openRow(lines(cells));
        int at = 0;
        if (layout.numbered()) {
            sheet.cell(at++, Style.NUMBER, Integer.toString(number));
        }
        for (String cell : cells) {
            Column column = columns.get(at);
            try {
                sheet.cell(at++, column.wrap() ? Style.WRAPPED : Style.CELL, cell);
            } catch (IllegalArgumentException e) {
                throw new UnwritableCellException(number + "件目「" + column.heading() + "」", e.getMessage());
            }
        }
        sheet.closeRow();
    }

    private int lines(List<String> cells) {
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            most = Math.max(most, layout.columns().get(i).lines(cells.get(i)));
        }
        return most;
    }

    private void cell(int column, Style style, String text, String where) throws IOException {
        try {
            sheet.cell(column, style, text);
        } catch (IllegalArgumentException e) {
            throw new UnwritableCellException(where, e.getMessage());
        }
    }
}

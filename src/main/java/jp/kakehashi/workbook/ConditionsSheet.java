package jp.kakehashi.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes the second sheet 「取扱条件」: one line a row. */
final class ConditionsSheet {

    private static final List<Column> ONE_WIDE_COLUMN = List.of(new Column(Layout.CONDITIONS_SHEET, 120, true));

    private final SheetStream sheet;

    ConditionsSheet(OutputStream out) {
        this.sheet = new SheetStream(out, 1);
    }

    void write(List<String> conditions, String footer) throws IOException {
        SheetFrame frame = new SheetFrame(sheet.xml());
        frame.open(0, ONE_WIDE_COLUMN);
        line(Style.TITLE, Layout.CONDITIONS_SHEET);
        for (String condition : conditions) {
            line(Style.CONDITION, condition);
        }
        frame.close(footer, "A1:A" + sheet.row());
    }

    private void line(Style style, String text) throws IOException {
        sheet.openRow(ONE_WIDE_COLUMN.get(0).lines(text));
        try {
            sheet.cell(0, style, text);
        } catch (IllegalArgumentException e) {
            throw new UnwritableCellException("取扱条件の" + sheet.row() + "行目", e.getMessage());
        }
        sheet.closeRow();
    }
}

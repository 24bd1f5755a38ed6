package jp.kakehashi.workbook;

import java.util.List;

/** The verdict on a received workbook: read as a whole, or not believed at all. */
public sealed interface Opened {

    /**
     * A workbook that is intact and keeps the expected layout.
     *
     * @param titleRows the lines above the headings, the cells of one line joined by a space
     * @param rows the table, cells in column order without 「番号」; an empty cell is {@code ""}
     */
    record Read(List<String> titleRows, List<List<String>> rows) implements Opened {

        /** How many rows, and nothing of them: a verdict may end up in a log. */
        @Override
        public String toString() {
            return "Read[" + rows.size() + " rows]";
        }
    }

    /**
     * A workbook of which nothing is believed.
     *
     * @param reason why
     * @param where the place in the file, in Japanese, free of the file's contents; empty when the whole file is meant
     */
    record Unreadable(Reason reason, String where) implements Opened {}
}

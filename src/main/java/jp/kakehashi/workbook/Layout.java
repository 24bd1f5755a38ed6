package jp.kakehashi.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The form of a workbook: title rows, one row of headings, the table below it.
 *
 * @param sheetName name of the table's sheet: 1 to 31 characters, none of {@code []:*?/\}
 * @param titleRows lines above the headings, the first one the title; may be empty
 * @param headingRow the row of the headings, counted from 1; below the title rows, with empty rows between where it is further down
 * @param columns the table's columns, in order
 * @param numbered whether a column 「番号」 (1 to n) leads the table; it is no data item
 * @param conditions lines of a second sheet 「取扱条件」; empty = no such sheet
 * @param endMark whether 「以下余白」 follows the last row
 * @param footer words at the left foot of each printed page, beside the page number; at most 200 characters
 */
public record Layout(
        String sheetName,
        List<String> titleRows,
        int headingRow,
        List<Column> columns,
        boolean numbered,
        List<String> conditions,
        boolean endMark,
        Optional<String> footer) {

    static final String NUMBER_HEADING = "番号";
    static final String CONDITIONS_SHEET = "取扱条件";
    /** Whoever reads looks no further for the headings. */
    static final int LAST_HEADING_ROW = 30;

    static final String END_MARK = "以下余白";

    private static final Pattern SHEET_NAME = Pattern.compile("(?!')[^\\[\\]:*?/\\\\\\p{Cntrl}]{1,31}(?<!')");
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_FOOTER = 200;
    private static final Column NUMBER = new Column(NUMBER_HEADING, 6, false);

    public Layout {
        titleRows = List.copyOf(titleRows);
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
        Objects.requireNonNull(footer, "footer");
        if (!SHEET_NAME.matcher(sheetName).matches() || sheetName.equals(CONDITIONS_SHEET)) {
            throw new IllegalArgumentException("Excel or this layout does not allow the sheet name " + sheetName);
        }
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException("a layout has 1 to " + MOST_COLUMNS + " columns, not " + columns.size());
        }
        if (footer.filter(words -> words.length() > LONGEST_FOOTER).isPresent()) {
            throw new IllegalArgumentException("a footer has at most " + LONGEST_FOOTER + " characters");
        }
        if (headingRow <= titleRows.size() || headingRow > LAST_HEADING_ROW) {
            throw new IllegalArgumentException("the headings stand below the " + titleRows.size()
                    + " title rows and not below row " + LAST_HEADING_ROW + ", not in row " + headingRow);
        }
        refuseTwins(columns, numbered);
    }

    private static void refuseTwins(List<Column> columns, boolean numbered) {
        Set<String> seen = new HashSet<>();
        if (numbered) {
            seen.add(NUMBER_HEADING);
        }
        for (Column column : columns) {
            if (!seen.add(column.heading())) {
                throw new IllegalArgumentException("two columns are headed " + column.heading());
            }
        }
    }

    /** Every column as it stands on the sheet, the number column included. */
    List<Column> tableColumns() {
        return numbered ? Stream.concat(Stream.of(NUMBER), columns.stream()).toList() : columns;
    }
}

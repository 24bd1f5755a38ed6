package jp.kakehashi.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds the rows of a sheet against the expected layout: lines up to the headings, then the table, then the end mark, then nothing.
 *
 * <p>Empty rows inside the table are kept, since a row may be named by its position; those below it are not part of it.
 */
final class Table implements SheetReader.Rows {

    private final Layout layout;
    private final Bounds bounds;
    private final Consumer<List<String>> rows;
    private final List<String> headings;
    private final List<String> titleRows = new ArrayList<>();
    private int headingRow;
    private int taken;
    private boolean ended;

    Table(Layout layout, Bounds bounds, Consumer<List<String>> rows) {
        this.layout = layout;
        this.bounds = bounds;
        this.rows = rows;
        this.headings = layout.tableColumns().stream().map(Column::heading).toList();
    }

    @Override
    public void row(int number, List<String> cells) throws Refusal {
        List<String> filled = withoutEmptyTail(cells);
        if (headingRow == 0) {
            aboveTheTable(number, filled);
        } else if (!filled.isEmpty()) {
            inTheTable(number, filled);
        }
    }

    private void aboveTheTable(int number, List<String> cells) throws Refusal {
        if (cells.equals(headings)) {
            headingRow = number;
        } else if (number >= Layout.LAST_HEADING_ROW) {
            throw missingHeadings();
        } else if (!cells.isEmpty()) {
            titleRows.add(String.join(
                    " ", cells.stream().filter(cell -> !cell.isEmpty()).toList()));
        }
    }

    private void inTheTable(int number, List<String> cells) throws Refusal {
        if (ended) {
            throw new Refusal(Reason.LAYOUT, number + "行目（「" + Layout.END_MARK + "」より後）");
        }
        if (layout.endMark() && cells.equals(List.of(Layout.END_MARK))) {
            ended = true;
            return;
        }
        if (cells.size() > headings.size()) {
            throw new Refusal(Reason.LAYOUT, number + "行目（見出しのない列）");
        }
        if (number - headingRow > bounds.rows()) {
            throw new Refusal(Reason.OUT_OF_BOUNDS, "行数");
        }
        while (taken < number - headingRow - 1) {
            take(headingRow + taken + 1, List.of());
        }
        take(number, cells);
    }

    private void take(int number, List<String> cells) throws Refusal {
        taken++;
        List<String> row = new ArrayList<>(cells);
        row.addAll(Collections.nCopies(headings.size() - cells.size(), ""));
        if (layout.numbered() && !row.remove(0).equals(Integer.toString(taken))) {
            throw new Refusal(Reason.LAYOUT, number + "行目「" + Layout.NUMBER_HEADING + "」");
        }
        rows.accept(Collections.unmodifiableList(row));
    }

    /** The lines above the headings, once the whole sheet has been read and found complete. */
    List<String> titleRows() throws Refusal {
        if (headingRow == 0) {
            throw missingHeadings();
        }
        if (layout.endMark() && !ended) {
            throw new Refusal(Reason.LAYOUT, "「" + Layout.END_MARK + "」がありません");
        }
        return List.copyOf(titleRows);
    }

    private Refusal missingHeadings() {
        return new Refusal(Reason.LAYOUT, "見出し「" + String.join("・", headings) + "」の行がありません");
    }

    private static List<String> withoutEmptyTail(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }
}

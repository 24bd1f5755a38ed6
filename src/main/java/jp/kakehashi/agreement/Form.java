package jp.kakehashi.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a document's sheet looks: the form is the receiver's.
 *
 * @param sheetName the name of the sheet
 * @param titleRows rows above the headings, may be none
 * @param headingRow the row of the headings, from 1; rows between it and the title stay empty
 * @param numbered whether a column 番号 leads
 * @param conditionsSheet whether a second sheet 取扱条件 is added
 * @param endMark whether 以下余白 closes the table
 * @param footer the words at the foot of each printed page
 * @param columns the ten items, in the receiver's order
 */
public record Form(
        @Key("Name of the sheet, at most 20 characters.") String sheetName,

        @Key("Rows above the headings, none or several. Places: {controlNumber} {date}.")
        List<Template> titleRows,

        @Key(
                "Row of the headings, counted from 1; rows left between stay empty. Default: the one below the title rows.")
        Optional<Integer> headingRow,

        @Key("Whether a column 番号 (1…n) leads; it is no data item.")
        boolean numbered,

        @Key("Whether a second sheet 取扱条件 is added.") boolean conditionsSheet,
        @Key("Whether 以下余白 closes the table.") boolean endMark,

        @Key("Words at the foot of each printed page. Default: none.")
        Optional<String> footer,

        @Key("One column for each of the ten items, in the receiver's order.")
        List<FormColumn> columns) {

    private static final int LAST_HEADING_ROW = 30;
    private static final Set<String> TITLE_PLACES = Set.of("controlNumber", "date");

    public Form {
        Faults faults = new Faults()
                .matches("sheet-name", sheetName, "[^\\[\\]:*?/\\\\']{1,20}", "滞納者情報")
                .unless(
                        holdsTheTenItems(columns),
                        "columns",
                        "承認された10項目を1回ずつ、10列とする必要があります（現在 %d 列）".formatted(columns.size()),
                        "must hold each of the ten approved items once, found %d columns".formatted(columns.size()))
                .unless(
                        columns.stream().map(FormColumn::heading).distinct().count() == columns.size(),
                        "columns",
                        "同じ見出しが重複しています",
                        "names a heading twice");
        faults.unless(
                headingRow.orElse(titleRows.size() + 1) > titleRows.size() && headingRow.orElse(1) <= LAST_HEADING_ROW,
                "heading-row",
                "題名の行より下の、%d行目までが必要です".formatted(LAST_HEADING_ROW),
                "must be below the title rows and at most " + LAST_HEADING_ROW);
        for (int i = 0; i < titleRows.size(); i++) {
            faults.places("title-rows[" + i + "]", titleRows.get(i), TITLE_PLACES);
        }
        faults.refuse();
    }

    /** Whether the confirmation code has a place: a title row, the sheet 取扱条件 or a footer. */
    boolean hasPlaceForCode() {
        return !titleRows.isEmpty() || conditionsSheet || footer.isPresent();
    }

    /** How this form writes the dates of an item. */
    DateForm datesOf(Item item) {
        return columns.stream()
                .filter(column -> column.item() == item)
                .flatMap(column -> column.dates().stream())
                .findFirst()
                .orElse(DateForm.KANJI);
    }

    private static boolean holdsTheTenItems(List<FormColumn> columns) {
        Set<Item> items = new HashSet<>(columns.stream().map(FormColumn::item).toList());
        return columns.size() == Item.values().length && items.equals(Set.of(Item.values()));
    }
}

package jp.kakehashi.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kakehashi.calendar.Eras;
import jp.kakehashi.workbook.Column;
import jp.kakehashi.workbook.Layout;

/**
 * Makes a workbook's layout from the agreed form. The mark of training or test and the confirmation code stand in the
 * title rows; in a form without any, on the sheet 取扱条件; without that, in the footer. A form with none of them has no code.
 */
final class Sheet {

    private static final String GAP = "　";

    private final Form form;
    private final List<String> terms;
    private final List<String> marks;

    Sheet(Agreement agreement, DocumentKind kind) {
        this.form = agreement.documents().form();
        this.terms = form.conditionsSheet() ? agreement.legalBasis().sheet() : List.of();
        this.marks = Stream.of(
                        agreement.mode() == Mode.TRAINING ? agreement.mode().label() : "",
                        kind == DocumentKind.TEST ? kind.label() : "")
                .filter(mark -> !mark.isEmpty())
                .map(mark -> "【" + mark + "】")
                .toList();
    }

    /** The layout of one single workbook. */
    Layout of(Imprint imprint) {
        Map<String, String> values =
                Map.of("controlNumber", imprint.controlNumber(), "date", Eras.longForm(imprint.on()));
        List<String> title =
                form.titleRows().stream().map(row -> row.fill(values)).toList();
        String mark = String.join("", marks);
        String code = imprint.printedCode();
        if (!title.isEmpty()) {
            return layout(framed(mark, title, code), terms, form.footer());
        }
        if (!terms.isEmpty()) {
            return layout(List.of(), framed(mark, terms, code), form.footer());
        }
        String footer = mark + form.footer().map(words -> words + GAP + code).orElse("");
        return layout(List.of(), List.of(), Optional.of(footer).filter(words -> !words.isEmpty()));
    }

    /** The layout to hold a received workbook against; its words above the table are its own. */
    Layout expected() {
        return layout(List.of(), terms, form.footer());
    }

    private Layout layout(List<String> title, List<String> conditions, Optional<String> footer) {
        List<Column> columns = form.columns().stream()
                .map(column -> new Column(column.heading(), column.width(), column.wrap()))
                .toList();
        return new Layout(
                form.sheetName(),
                title,
                form.headingRow().orElse(title.size() + 1),
                columns,
                form.numbered(),
                conditions,
                form.endMark(),
                footer);
    }

    private static List<String> framed(String mark, List<String> lines, String code) {
        List<String> framed = new ArrayList<>(lines);
        framed.set(0, mark + framed.get(0));
        int last = framed.size() - 1;
        framed.set(last, framed.get(last) + GAP + code);
        return framed;
    }
}

package jp.kakehashi.casefile;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kakehashi.agreement.ReasonText;
import jp.kakehashi.agreement.Template;
import jp.kakehashi.calendar.Eras;
import jp.kakehashi.calendar.FiscalYear;
import jp.kakehashi.source.BillId;
import jp.kakehashi.source.EventKind;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.Instalment;
import jp.kakehashi.source.Language;
import jp.kakehashi.source.SearchOutcome;

/**
 * Composes the tenth item from the case's own dated events, in the agreement's words. A sentence without an event behind
 * it is left out; no amount, address or name of a bank can get in, since the facts hold none.
 */
final class ReasonWriter {

    private final ReasonText words;

    ReasonWriter(ReasonText words) {
        this.words = words;
    }

    /** The proposed text, for an officer to read, edit and confirm. */
    String compose(Facts facts, LocalDate today) {
        CollectionWork work = CollectionWork.on(facts, today);
        StringBuilder text = new StringBuilder(overdue(work));
        if (work.everyInstalmentReminded()) {
            text.append(words.reminders().text());
        }
        text.append(demands(work));
        work.latest(EventKind.CONSULTATION).ifPresent(on -> text.append(dated(words.consultation(), on)));
        work.brokenPledge().ifPresent(on -> text.append(dated(words.pledgeBroken(), on)));
        work.foundNoProperty().ifPresent(on -> text.append(words.assetSearch().fill(Map.of("month", month(on)))));
        work.latest(EventKind.SEIZURE, SearchOutcome.INSUFFICIENT)
                .ifPresent(on -> text.append(dated(words.seizureInsufficient(), on)));
        work.latest(EventKind.SEIZURE_IMPOSSIBLE).ifPresent(on -> text.append(dated(words.seizureImpossible(), on)));
        return text.append(words.standing().fill(Map.of("asOf", Eras.longForm(today))))
                .toString();
    }

    /** An instalment as a text names it, such as 令和6年度第3期分. */
    static String label(BillId bill) {
        String firstDay = Eras.longForm(new FiscalYear(bill.attributableYear()).first());
        return firstDay.substring(0, firstDay.indexOf('年') + 1) + "度第" + bill.instalmentNo() + "期分";
    }

    private String overdue(CollectionWork work) {
        List<Instalment> arrears = work.arrears();
        if (arrears.isEmpty()) {
            throw new IllegalArgumentException("no reason without arrears");
        }
        String first = label(arrears.get(0).bill());
        String last = label(arrears.get(arrears.size() - 1).bill());
        String due = Eras.longForm(work.oldestDueOn().orElseThrow());
        return first.equals(last)
                ? words.overdueOne().fill(Map.of("first", first, "oldestDueDate", due))
                : words.overdue().fill(Map.of("first", first, "last", last, "oldestDueDate", due));
    }

    private String demands(CollectionWork work) {
        List<String> list = new ArrayList<>();
        count(work, words.letters(), EnumSet.of(EventKind.DEMAND_LETTER, EventKind.FINAL_DEMAND), list);
        count(work, words.calls(), EnumSet.of(EventKind.PHONE), list);
        count(work, words.messages(), EnumSet.of(EventKind.SMS), list);
        count(work, words.visits(), EnumSet.of(EventKind.VISIT), list);
        if (list.isEmpty()) {
            return "";
        }
        return words.demands().fill(Map.of("list", String.join("、", list))) + inOtherLanguages(work);
    }

    private static void count(CollectionWork work, Template template, Set<EventKind> kinds, List<String> list) {
        long count =
                work.demands().filter(event -> kinds.contains(event.kind())).count();
        if (count > 0) {
            list.add(template.fill(Map.of("count", Long.toString(count))));
        }
    }

    private String inOtherLanguages(CollectionWork work) {
        Map<Language, Long> counts = work.demands()
                .flatMap(event -> event.language().stream())
                .filter(language -> language != Language.JA)
                .collect(groupingBy(language -> language, () -> new EnumMap<>(Language.class), counting()));
        StringBuilder text = new StringBuilder();
        counts.forEach((language, count) -> text.append(
                words.otherLanguage().fill(Map.of("count", Long.toString(count), "language", language.label()))));
        return text.toString();
    }

    private static String dated(Template template, LocalDate on) {
        return template.fill(Map.of("date", Eras.longForm(on)));
    }

    /** 令和7年10月. */
    private static String month(LocalDate day) {
        String date = Eras.longForm(day);
        return date.substring(0, date.indexOf('月') + 1);
    }
}

package jp.kakehashi.casefile;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.kakehashi.agreement.ReasonText;
import jp.kakehashi.agreement.Template;
import jp.kakehashi.calendar.Eras;
import jp.kakehashi.calendar.FiscalYear;
import jp.kakehashi.source.BillId;
import jp.kakehashi.source.CollectionEvent;
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
        List<Instalment> arrears = facts.arrears(today);
        List<CollectionEvent> work = sinceTheOldest(facts, arrears);
        StringBuilder text = new StringBuilder(overdue(arrears));
        if (everyOneReminded(facts, arrears)) {
            text.append(words.reminders().text());
        }
        text.append(demands(work));
        latest(work, is(EventKind.CONSULTATION)).ifPresent(on -> text.append(dated(words.consultation(), on)));
        brokenPledge(work).ifPresent(on -> text.append(dated(words.pledgeBroken(), on)));
        latest(work, is(EventKind.ASSET_SEARCH).and(cameTo(SearchOutcome.NOTHING_FOUND)))
                .ifPresent(on -> text.append(words.assetSearch().fill(Map.of("month", month(on)))));
        latest(work, is(EventKind.SEIZURE).and(cameTo(SearchOutcome.INSUFFICIENT)))
                .ifPresent(on -> text.append(dated(words.seizureInsufficient(), on)));
        latest(work, is(EventKind.SEIZURE_IMPOSSIBLE))
                .ifPresent(on -> text.append(dated(words.seizureImpossible(), on)));
        return text.append(words.standing().fill(Map.of("asOf", Eras.longForm(today))))
                .toString();
    }

    private static List<CollectionEvent> sinceTheOldest(Facts facts, List<Instalment> arrears) {
        LocalDate oldest = oldest(arrears);
        return facts.events().stream()
                .filter(event -> !event.on().isBefore(oldest))
                .toList();
    }

    private static LocalDate oldest(List<Instalment> arrears) {
        return arrears.stream()
                .map(Instalment::dueOn)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("no reason without arrears"));
    }

    private String overdue(List<Instalment> arrears) {
        String first = label(arrears.get(0).bill());
        String last = label(arrears.get(arrears.size() - 1).bill());
        String due = Eras.longForm(oldest(arrears));
        return first.equals(last)
                ? words.overdueOne().fill(Map.of("first", first, "oldestDueDate", due))
                : words.overdue().fill(Map.of("first", first, "last", last, "oldestDueDate", due));
    }

    private static boolean everyOneReminded(Facts facts, List<Instalment> arrears) {
        List<BillId> reminded = facts.events().stream()
                .filter(is(EventKind.REMINDER))
                .flatMap(event -> event.bill().stream())
                .toList();
        return arrears.stream().allMatch(instalment -> reminded.contains(instalment.bill()));
    }

    private String demands(List<CollectionEvent> work) {
        List<String> list = new ArrayList<>();
        count(work, words.letters(), is(EventKind.DEMAND_LETTER).or(is(EventKind.FINAL_DEMAND)), list);
        count(work, words.calls(), is(EventKind.PHONE), list);
        count(work, words.messages(), is(EventKind.SMS), list);
        count(work, words.visits(), is(EventKind.VISIT), list);
        if (list.isEmpty()) {
            return "";
        }
        return words.demands().fill(Map.of("list", String.join("、", list))) + inOtherLanguages(work);
    }

    private static void count(
            List<CollectionEvent> work, Template template, Predicate<CollectionEvent> kind, List<String> list) {
        long count = work.stream().filter(kind).count();
        if (count > 0) {
            list.add(template.fill(Map.of("count", Long.toString(count))));
        }
    }

    private String inOtherLanguages(List<CollectionEvent> work) {
        Map<Language, Long> counts = work.stream()
                .filter(event -> switch (event.kind()) {
                    case DEMAND_LETTER, FINAL_DEMAND, PHONE, SMS, VISIT -> true;
                    default -> false;
                })
                .flatMap(event -> event.language().stream())
                .filter(language -> language != Language.JA)
                .collect(groupingBy(language -> language, () -> new EnumMap<>(Language.class), counting()));
        StringBuilder text = new StringBuilder();
        counts.forEach((language, count) -> text.append(
                words.otherLanguage().fill(Map.of("count", Long.toString(count), "language", language.label()))));
        return text.toString();
    }

    /** The day of the last pledge, if it was broken afterwards. */
    private static Optional<LocalDate> brokenPledge(List<CollectionEvent> work) {
        Optional<LocalDate> broken = latest(work, is(EventKind.PLEDGE_BROKEN));
        return latest(work, is(EventKind.INSTALMENT_PLEDGE))
                .filter(pledged -> broken.filter(day -> !day.isBefore(pledged)).isPresent());
    }

    private static Optional<LocalDate> latest(List<CollectionEvent> work, Predicate<CollectionEvent> which) {
        return work.stream().filter(which).map(CollectionEvent::on).max(Comparator.naturalOrder());
    }

    private static Predicate<CollectionEvent> is(EventKind kind) {
        return event -> event.kind() == kind;
    }

    private static Predicate<CollectionEvent> cameTo(SearchOutcome outcome) {
        return event -> event.outcome().equals(Optional.of(outcome));
    }

    private static String dated(Template template, LocalDate on) {
        return template.fill(Map.of("date", Eras.longForm(on)));
    }

    /** 令和6年度第3期分. */
    private static String label(BillId bill) {
        String firstDay = Eras.longForm(new FiscalYear(bill.attributableYear()).first());
        return firstDay.substring(0, firstDay.indexOf('年') + 1) + "度第" + bill.instalmentNo() + "期分";
    }

    /** 令和7年10月. */
    private static String month(LocalDate day) {
        String date = Eras.longForm(day);
        return date.substring(0, date.indexOf('月') + 1);
    }
}

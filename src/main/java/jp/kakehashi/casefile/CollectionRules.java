package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.Reason.COLLECTION_NOT_EXHAUSTED;
import static jp.kakehashi.casefile.Reason.CONSULTATION_IN_PROGRESS;
import static jp.kakehashi.casefile.Reason.INSTALMENT_ON_TRACK;
import static jp.kakehashi.casefile.Reason.REMINDER_NOT_SERVED;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import jp.kakehashi.agreement.Exhaustion;
import jp.kakehashi.agreement.Screening;
import jp.kakehashi.source.EventKind;

/** What was done about the arrears: whether it may be called exhausted, and whether a way to pay is open. */
final class CollectionRules {

    private final Screening settings;
    private final Exhaustion exhausted;

    CollectionRules(Screening settings) {
        this.settings = settings;
        this.exhausted = settings.exhausted();
    }

    List<Policy> all() {
        return List.of(
                notExhausted("督促状を送付していない期別があります", this::reminded),
                notExhausted("催告の回数が基準に達していません", (work, today) -> work.demands().count() >= exhausted.demands()),
                notExhausted("基準の期間内に財産調査がありません", this::searched),
                notExhausted(
                        "差押えの不足又は不能が確認されていません", (work, today) -> !exhausted.seizureTried() || work.seizureDidNotHelp()),
                rule(Rejection.of(REMINDER_NOT_SERVED), (work, today) -> work.aReminderCameBack()),
                rule(Rejection.of(CONSULTATION_IN_PROGRESS), this::consulting),
                rule(Rejection.of(INSTALMENT_ON_TRACK), (work, today) -> work.aPledgeIsKept()));
    }

    private boolean reminded(CollectionWork work, LocalDate today) {
        return !exhausted.reminderForEach() || work.everyInstalmentReminded();
    }

    private boolean searched(CollectionWork work, LocalDate today) {
        LocalDate since = today.minusMonths(exhausted.searchWithinMonths());
        return exhausted.searchWithinMonths() == 0
                || work.latest(EventKind.ASSET_SEARCH)
                        .filter(day -> !day.isBefore(since))
                        .isPresent();
    }

    private boolean consulting(CollectionWork work, LocalDate today) {
        LocalDate since = today.minusDays(settings.consultationDays());
        return settings.consultationDays() > 0
                && work.latest(EventKind.CONSULTATION)
                        .filter(day -> !day.isBefore(since))
                        .isPresent();
    }

    private static Policy notExhausted(String what, BiPredicate<CollectionWork, LocalDate> met) {
        return rule(new Rejection(COLLECTION_NOT_EXHAUSTED, what), met.negate());
    }

    /** Where nothing is owed there is no work to weigh. */
    private static Policy rule(Rejection rejection, BiPredicate<CollectionWork, LocalDate> so) {
        return (facts, today) -> !facts.settled(today) && so.test(CollectionWork.on(facts, today), today)
                ? List.of(rejection)
                : List.of();
    }
}

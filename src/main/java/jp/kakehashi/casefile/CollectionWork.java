package jp.kakehashi.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.kakehashi.source.BillId;
import jp.kakehashi.source.CollectionEvent;
import jp.kakehashi.source.EventKind;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.Instalment;
import jp.kakehashi.source.SearchOutcome;

/**
 * The work on a payer's arrears, told by dated events: those since the oldest due date, of the instalments that are in
 * arrears on a day. Those past limitation are none.
 */
final class CollectionWork {

    private final Facts facts;
    private final List<Instalment> arrears;
    private final List<CollectionEvent> events;

    private CollectionWork(Facts facts, LocalDate today) {
        this.facts = facts;
        this.arrears = facts.arrears(today);
        LocalDate oldest = oldestDueOn().orElse(LocalDate.MAX);
        this.events = facts.events().stream()
                .filter(event -> !event.on().isBefore(oldest))
                .toList();
    }

    static CollectionWork on(Facts facts, LocalDate today) {
        return new CollectionWork(facts, today);
    }

    /** The instalments in arrears, oldest first. */
    List<Instalment> arrears() {
        return arrears;
    }

    Optional<LocalDate> oldestDueOn() {
        return arrears.stream().map(Instalment::dueOn).min(Comparator.naturalOrder());
    }

    Stream<CollectionEvent> events() {
        return events.stream();
    }

    /** Letters, calls, messages and visits. */
    Stream<CollectionEvent> demands() {
        return events().filter(event -> switch (event.kind()) {
            case DEMAND_LETTER, FINAL_DEMAND, PHONE, SMS, VISIT -> true;
            default -> false;
        });
    }

    Optional<LocalDate> latest(EventKind kind) {
        return latest(event -> event.kind() == kind);
    }

    Optional<LocalDate> latest(EventKind kind, SearchOutcome outcome) {
        return latest(event -> event.kind() == kind && event.outcome().equals(Optional.of(outcome)));
    }

    boolean everyInstalmentReminded() {
        List<BillId> reminded = facts.events().stream()
                .filter(event -> event.kind() == EventKind.REMINDER)
                .flatMap(event -> event.bill().stream())
                .toList();
        return arrears.stream().allMatch(instalment -> reminded.contains(instalment.bill()));
    }

    /** Whether a reminder came back and was not served by public notice afterwards. */
    boolean aReminderCameBack() {
        LocalDate noticed = latest(EventKind.PUBLIC_NOTICE).orElse(LocalDate.MIN);
        return latest(EventKind.REMINDER_RETURNED).filter(noticed::isBefore).isPresent();
    }

    /** The day of the last pledge, if it was broken afterwards. */
    Optional<LocalDate> brokenPledge() {
        return latest(EventKind.INSTALMENT_PLEDGE).filter(this::brokenSince);
    }

    boolean aPledgeIsKept() {
        return latest(EventKind.INSTALMENT_PLEDGE)
                .filter(day -> !brokenSince(day))
                .isPresent();
    }

    /** Whether the last word on it is that collection is stopped. */
    boolean isSuspended() {
        LocalDate cancelled = latest(EventKind.SUSPENSION_CANCELLED).orElse(LocalDate.MIN);
        return latest(EventKind.SUSPENSION).filter(cancelled::isBefore).isPresent();
    }

    /** The day of the last search that found nothing to seize. */
    Optional<LocalDate> foundNoProperty() {
        return latest(EventKind.ASSET_SEARCH, SearchOutcome.NOTHING_FOUND);
    }

    /** Whether there is nothing, or not enough, that could be seized. */
    boolean seizureDidNotHelp() {
        return Stream.of(
                        latest(EventKind.SEIZURE_IMPOSSIBLE),
                        latest(EventKind.SEIZURE, SearchOutcome.INSUFFICIENT),
                        foundNoProperty())
                .anyMatch(Optional::isPresent);
    }

    private boolean brokenSince(LocalDate pledged) {
        return latest(EventKind.PLEDGE_BROKEN)
                .filter(day -> !day.isBefore(pledged))
                .isPresent();
    }

    private Optional<LocalDate> latest(Predicate<CollectionEvent> which) {
        return events().filter(which).map(CollectionEvent::on).max(Comparator.naturalOrder());
    }
}

package jp.kakehashi.command;

import static jp.kakehashi.command.FictitiousPayer.DECEASED;
import static jp.kakehashi.command.FictitiousPayer.DEPARTED;
import static jp.kakehashi.command.FictitiousPayer.MOVED_OUT;
import static jp.kakehashi.command.FictitiousPayer.NATURALISED;
import static jp.kakehashi.command.FictitiousPayer.SPECIAL_PERMANENT;
import static jp.kakehashi.command.FictitiousPayer.TEMP_REFUGE;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why a payer in arrears does not belong on the list. Each makes one rule of screening say no. */
enum FictitiousTwist {
    JAPANESE(50, (payer, people) -> payer.becomesJapanese()),
    RECENT_ARREARS(18, (payer, people) -> people.owesOnlyRecently(payer)),
    PERMANENT(8, (payer, people) -> payer.hasStatus("永住者", "無期限", null)),
    SPECIAL_PERMANENT_RESIDENT(2, (payer, people) -> {
        payer.category = SPECIAL_PERMANENT;
        payer.hasStatus("特別永住者", null, null);
    }),
    NO_CARD(2, (payer, people) -> payer.hasNoCard()),
    REFUGE(1, (payer, people) -> payer.category = TEMP_REFUGE),
    /** The register shows the card of another member of the household. */
    RELATIVES_CARD(1, (payer, people) -> payer.cardIsEnteredAs(payer.card(), "8" + payer.number.substring(1))),
    MALFORMED_CARD(1, (payer, people) -> payer.cardIsEnteredAs(payer.card().substring(0, 9), payer.number)),
    NAMELESS(1, (payer, people) -> {
        payer.nameRoman = null;
        payer.nameKanji = null;
    }),
    NO_EXPIRY(1, (payer, people) -> payer.hasStatus("留学", "1年", null)),
    LONG_EXPIRED(1, (payer, people) -> payer.expiresOn = people.daysAgo(1).minusDays(90)),
    UNKNOWN_STATUS(1, (payer, people) -> payer.hasStatus("架空資格", "1年", payer.expiresOn)),
    /** The city gives this one a twin with the same card number. */
    SAME_CARD(1, (payer, people) -> {}),
    PAID_YESTERDAY(2, (payer, people) -> last(payer).isPaidButUnposted(people.daysAgo(7))),
    PAID_IN_PART(2, (payer, people) -> last(payer).isPaidInPart(people.daysAgo(6))),
    PAID_IN_PART_SOME_TIME_AGO(
            1, (payer, people) -> last(payer).isPaidInPart(people.daysAgo(100).minusDays(60))),
    KEEPS_A_PLEDGE(3, (payer, people) -> payer.step(people.daysAgo(100).minusDays(60), "INSTALMENT_PLEDGE", "EN")),
    CONSULTS(1, (payer, people) -> payer.step(people.daysAgo(20), "CONSULTATION", "EN")),
    SUSPENDED(2, (payer, people) -> {
        payer.bills.forEach(bill -> bill.isIn(FictitiousBill.SUSPENDED));
        payer.step(people.daysAgo(60), "SUSPENSION", null);
    }),
    DEFERRED(1, (payer, people) -> {
        payer.bills.forEach(bill -> bill.isIn(FictitiousBill.DEFERRED));
        payer.step(people.daysAgo(60), "DEFERMENT", null);
    }),
    DISPUTED(1, (payer, people) -> payer.bills.forEach(bill -> bill.isDisputed(true))),
    TIME_BARRED(1, (payer, people) -> {
        LocalDate longAgo = people.daysAgo(20).minusYears(2).minusDays(10);
        payer.bills.forEach(bill -> bill.isInterrupted(longAgo));
    }),
    WRITTEN_OFF(1, (payer, people) -> payer.bills.forEach(bill -> bill.isIn(FictitiousBill.WRITTEN_OFF))),
    NOT_REMINDED(1, (payer, people) -> last(payer).wasNotReminded()),
    REMINDER_CAME_BACK(1, (payer, people) -> payer.step(people.daysAgo(100), "REMINDER_RETURNED", null)),
    SELDOM_ASKED(
            1,
            (payer, people) -> payer.steps.removeIf(
                    step -> List.of("DEMAND_LETTER", "PHONE", "SMS", "VISIT").contains(step.kind()))),
    NOT_SEARCHED(2, (payer, people) -> payer.steps.removeIf(step -> step.kind().equals("ASSET_SEARCH"))),
    HAS_ASSETS(1, (payer, people) -> {
        payer.steps.removeIf(
                step -> step.kind().equals("ASSET_SEARCH") || step.kind().startsWith("SEIZURE"));
        payer.search(people.daysAgo(60), "DEPOSITS", "FOUND");
    }),
    HEAD_NOT_INSURED(3, (payer, people) -> payer.isInsured = false),
    HEAD_CHANGED(1, (payer, people) -> payer.noLongerHeadSince = people.daysAgo(200)),
    SPECIAL_CIRCUMSTANCES(1, (payer, people) -> payer.hasSpecialCircumstances = true),
    PROTECTED(1, (payer, people) -> payer.isProtected = true),
    MOVED_AWAY(3, (payer, people) -> payer.leaves(MOVED_OUT, people.daysAgo(200))),
    LEFT_JAPAN(2, (payer, people) -> payer.leaves(DEPARTED, people.daysAgo(200))),
    DIED(1, (payer, people) -> payer.leaves(DECEASED, people.daysAgo(200))),
    BECAME_JAPANESE(1, (payer, people) -> payer.leaves(NATURALISED, people.daysAgo(200))),
    PAID_UP(6, (payer, people) -> {
        LocalDate on = people.daysAgo(20).minusDays(60);
        payer.bills.forEach(bill -> bill.isPaid(on));
    }),
    CANCELLED(1, (payer, people) -> payer.bills.forEach(bill -> bill.isIn(FictitiousBill.CANCELLED)));

    private static final List<FictitiousTwist> BY_WEIGHT = Stream.of(values())
            .flatMap(twist -> IntStream.range(0, twist.weight).mapToObj(i -> twist))
            .toList();

    private final int weight;

    // A constant function without state; the checker cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Turn turn;

    /** What happens to a payer who would otherwise belong on the list. */
    private interface Turn {
        void take(FictitiousPayer payer, FictitiousPeople people);
    }

    FictitiousTwist(int weight, Turn turn) {
        this.weight = weight;
        this.turn = turn;
    }

    /** The n-th payer's twist: in two hundred every one occurs, as often as its weight says. */
    static FictitiousTwist of(int n) {
        int prime = 37;
        return BY_WEIGHT.get(Math.floorMod(n * prime, BY_WEIGHT.size()));
    }

    void happensTo(FictitiousPayer payer, FictitiousPeople people) {
        turn.take(payer, people);
    }

    private static FictitiousBill last(FictitiousPayer payer) {
        return payer.bills.get(payer.bills.size() - 1);
    }
}

package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.Reason.DATA_INCOMPLETE;
import static jp.kakehashi.casefile.Reason.DECEASED;
import static jp.kakehashi.casefile.Reason.DEPARTED;
import static jp.kakehashi.casefile.Reason.JAPANESE_NATIONAL;
import static jp.kakehashi.casefile.Reason.MOVED_OUT;
import static jp.kakehashi.casefile.Reason.NATURALISED;
import static jp.kakehashi.casefile.Reason.NO_ARREARS;
import static jp.kakehashi.casefile.Reason.NO_CARD_NUMBER;
import static jp.kakehashi.casefile.Reason.PERMANENT_RESIDENT;
import static jp.kakehashi.casefile.Reason.PROTECTED_PERSON;
import static jp.kakehashi.casefile.Reason.RECENT_PAYMENT_OR_UNPOSTED;
import static jp.kakehashi.casefile.Reason.SPECIAL_PERMANENT_RESIDENT;
import static jp.kakehashi.casefile.Reason.UNDER_ONE_YEAR_OVERDUE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Screening;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.Instalment;
import jp.kakehashi.source.Person;
import jp.kakehashi.source.RegisterCategory;
import jp.kakehashi.source.StatusOfResidence;

/** The rules of screening, in one list. Every rule is asked, so that all reasons are known. */
final class Policies {

    private static final String JAPAN = "日本";

    private final Screening settings;
    private final Fields fields;
    private final List<Policy> all = List.of(
            Policies::noArrears,
            Policies::japaneseNational,
            this::permanentResident,
            Policies::specialPermanentResident,
            this::underOneYearOverdue,
            Policies::noCardNumber,
            this::dataIncomplete,
            this::recentPaymentOrUnposted,
            Policies::protectedPerson,
            Policies::noLongerResident);

    Policies(Agreement agreement) {
        this.settings = agreement.screening();
        this.fields = new Fields(agreement.mode());
    }

    /** Every "no"; empty if the person may be a candidate. */
    List<Rejection> judge(Facts facts, LocalDate today) {
        return all.stream()
                .flatMap(policy -> policy.judge(facts, today).stream())
                .toList();
    }

    /** What an officer should look at, though it does not exclude. */
    List<String> warnings(Facts facts, LocalDate today) {
        return fields.flaws(facts.person(), today).stream()
                .filter(flaw -> !flaw.blocks())
                .map(Flaw::text)
                .toList();
    }

    private static List<Rejection> noArrears(Facts facts, LocalDate today) {
        return when(facts.settled(today), NO_ARREARS);
    }

    private static List<Rejection> japaneseNational(Facts facts, LocalDate today) {
        Person person = facts.person();
        return when(
                person.category() == RegisterCategory.JAPANESE
                        || person.nationalityRegion().equals(Optional.of(JAPAN)),
                JAPANESE_NATIONAL);
    }

    private List<Rejection> permanentResident(Facts facts, LocalDate today) {
        return when(
                settings.excludePermanentResidents() && hasStatus(facts, StatusOfResidence.PERMANENT),
                PERMANENT_RESIDENT);
    }

    private static List<Rejection> specialPermanentResident(Facts facts, LocalDate today) {
        return when(
                facts.person().category() == RegisterCategory.SPECIAL_PERMANENT
                        || hasStatus(facts, StatusOfResidence.SPECIAL_PERMANENT),
                SPECIAL_PERMANENT_RESIDENT);
    }

    private List<Rejection> underOneYearOverdue(Facts facts, LocalDate today) {
        LocalDate latest = today.minusMonths(settings.minimumMonthsOverdue());
        List<Instalment> arrears = facts.arrears(today);
        return when(
                !arrears.isEmpty()
                        && arrears.stream()
                                .noneMatch(instalment -> !instalment.dueOn().isAfter(latest)),
                UNDER_ONE_YEAR_OVERDUE);
    }

    /**
     * Only mid- and long-term residents hold a residence card; the number of another certificate is none. Of Japanese
     * nationals and special permanent residents nobody expects one.
     */
    private static List<Rejection> noCardNumber(Facts facts, LocalDate today) {
        Person person = facts.person();
        return switch (person.category()) {
            case JAPANESE, SPECIAL_PERMANENT -> List.of();
            case MID_LONG_TERM -> when(person.cardNumber().isEmpty(), NO_CARD_NUMBER);
            default -> List.of(Rejection.of(NO_CARD_NUMBER));
        };
    }

    /** Of people without a residence card nothing is expected that only a card has. */
    private List<Rejection> dataIncomplete(Facts facts, LocalDate today) {
        if (facts.person().category() != RegisterCategory.MID_LONG_TERM) {
            return List.of();
        }
        return fields.flaws(facts.person(), today).stream()
                .filter(Flaw::blocks)
                .map(flaw -> new Rejection(DATA_INCOMPLETE, flaw.text()))
                .toList();
    }

    private List<Rejection> recentPaymentOrUnposted(Facts facts, LocalDate today) {
        LocalDate recent = today.minusDays(settings.recentPaymentDays());
        return when(
                facts.payments().stream()
                        .filter(payment -> !payment.isReversed())
                        .anyMatch(payment ->
                                payment.isUnposted() || !payment.receivedOn().isBefore(recent)),
                RECENT_PAYMENT_OR_UNPOSTED);
    }

    private static List<Rejection> protectedPerson(Facts facts, LocalDate today) {
        return when(facts.person().protectedPerson(), PROTECTED_PERSON);
    }

    private static List<Rejection> noLongerResident(Facts facts, LocalDate today) {
        return switch (facts.person().residentState()) {
            case RESIDENT -> List.of();
            case MOVED_OUT -> List.of(Rejection.of(MOVED_OUT));
            case DEPARTED -> List.of(Rejection.of(DEPARTED));
            case DECEASED -> List.of(Rejection.of(DECEASED));
            case NATURALISED -> List.of(Rejection.of(NATURALISED));
        };
    }

    private static boolean hasStatus(Facts facts, StatusOfResidence status) {
        return facts.person().statusOfResidence().equals(Optional.of(status.label()));
    }

    private static List<Rejection> when(boolean so, Reason reason) {
        return so ? List.of(Rejection.of(reason)) : List.of();
    }
}

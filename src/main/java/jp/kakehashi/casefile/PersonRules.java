package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.Reason.DATA_INCOMPLETE;
import static jp.kakehashi.casefile.Reason.DECEASED;
import static jp.kakehashi.casefile.Reason.DEPARTED;
import static jp.kakehashi.casefile.Reason.HEAD_CHANGED;
import static jp.kakehashi.casefile.Reason.HEAD_NOT_INSURED;
import static jp.kakehashi.casefile.Reason.MOVED_OUT;
import static jp.kakehashi.casefile.Reason.NATURALISED;
import static jp.kakehashi.casefile.Reason.NO_CARD_NUMBER;
import static jp.kakehashi.casefile.Reason.PAYER_NOT_FOREIGN;
import static jp.kakehashi.casefile.Reason.PERMANENT_RESIDENT;
import static jp.kakehashi.casefile.Reason.PROTECTED_PERSON;
import static jp.kakehashi.casefile.Reason.SPECIAL_CIRCUMSTANCES;
import static jp.kakehashi.casefile.Reason.SPECIAL_PERMANENT_RESIDENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.agreement.Screening;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.Person;
import jp.kakehashi.source.RegisterCategory;
import jp.kakehashi.source.StatusOfResidence;

/** Who the payer is: nationality, status, card, place in the household, circumstances. */
final class PersonRules {

    private static final String JAPAN = "日本";

    private final Screening settings;
    private final Fields fields;

    PersonRules(Screening settings, Fields fields) {
        this.settings = settings;
        this.fields = fields;
    }

    List<Policy> all() {
        return List.of(
                PersonRules::payerNotForeign,
                this::permanentResident,
                PersonRules::specialPermanentResident,
                (facts, today) -> Rejection.when(!facts.person().headInsured(), HEAD_NOT_INSURED),
                (facts, today) -> Rejection.when(facts.person().headChangedOn().isPresent(), HEAD_CHANGED),
                PersonRules::noCardNumber,
                this::dataIncomplete,
                (facts, today) -> Rejection.when(facts.person().specialCircumstances(), SPECIAL_CIRCUMSTANCES),
                (facts, today) -> Rejection.when(facts.person().protectedPerson(), PROTECTED_PERSON),
                PersonRules::noLongerResident);
    }

    private static List<Rejection> payerNotForeign(Facts facts, LocalDate today) {
        Person person = facts.person();
        return Rejection.when(
                person.category() == RegisterCategory.JAPANESE
                        || person.nationalityRegion().equals(Optional.of(JAPAN)),
                PAYER_NOT_FOREIGN);
    }

    private List<Rejection> permanentResident(Facts facts, LocalDate today) {
        return Rejection.when(
                settings.excludePermanentResidents() && hasStatus(facts, StatusOfResidence.PERMANENT),
                PERMANENT_RESIDENT);
    }

    private static List<Rejection> specialPermanentResident(Facts facts, LocalDate today) {
        return Rejection.when(
                facts.person().category() == RegisterCategory.SPECIAL_PERMANENT
                        || hasStatus(facts, StatusOfResidence.SPECIAL_PERMANENT),
                SPECIAL_PERMANENT_RESIDENT);
    }

    /**
     * Only mid- and long-term residents hold a residence card; the number of another certificate is none. Of Japanese
     * nationals and special permanent residents nobody expects one.
     */
    private static List<Rejection> noCardNumber(Facts facts, LocalDate today) {
        Person person = facts.person();
        return switch (person.category()) {
            case JAPANESE, SPECIAL_PERMANENT -> List.of();
            case MID_LONG_TERM -> Rejection.when(person.cardNumber().isEmpty(), NO_CARD_NUMBER);
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
}

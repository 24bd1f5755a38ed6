package jp.kakehashi.casefile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.source.BirthDate;
import jp.kakehashi.source.PeriodOfStay;
import jp.kakehashi.source.Person;
import jp.kakehashi.source.RomanName;

/** The cells of one person: the agreed items and no others (invariant 1). An empty field is an empty cell. */
final class Cells {

    private final Agreement agreement;

    Cells(Agreement agreement) {
        this.agreement = agreement;
    }

    Map<Item, String> of(Person person, String reasonText) {
        Map<Item, String> cells = new LinkedHashMap<>();
        agreement.items().forEach(item -> cells.put(item, cell(item, person, reasonText)));
        return cells;
    }

    /** One text for equal cells, another for any others: lengths keep neighbours apart. */
    static String canonical(Map<Item, String> cells) {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + ":" + cell.getValue().length() + ":" + cell.getValue())
                .collect(Collectors.joining("\n"));
    }

    private String cell(Item item, Person person, String reasonText) {
        return switch (item) {
            case NAME_ROMAN -> person.nameRoman().map(RomanName::text).orElse("");
            case NAME_KANJI -> person.nameKanji().orElse("");
            case SEX -> person.sex().label();
            case BIRTH_DATE ->
                person.birthDate()
                        .flatMap(BirthDate::parse)
                        .map(birth -> agreement.datesOf(item).of(birth.year(), birth.month(), birth.day()))
                        .orElse("");
            case NATIONALITY_REGION -> person.nationalityRegion().orElse("");
            case RESIDENCE_CARD_NUMBER -> person.cardNumber().orElse("");
            case STATUS_OF_RESIDENCE -> person.statusOfResidence().orElse("");
            case PERIOD_OF_STAY ->
                person.periodOfStay()
                        .flatMap(PeriodOfStay::parse)
                        .map(PeriodOfStay::text)
                        .orElse("");
            case STAY_EXPIRES_ON ->
                person.stayExpiresOn()
                        .map(end -> agreement.datesOf(item).of(end.getYear(), end.getMonthValue(), end.getDayOfMonth()))
                        .orElse("");
            case EXHAUSTION_REASON -> reasonText;
        };
    }
}

package jp.kakehashi.source;

import java.util.Optional;

/** The person's columns, which stand in every row of the cases. */
final class PersonColumns {

    private PersonColumns() {}

    static Person read(SourceRow row) {
        return new Person(
                row.payeeNo(),
                row.text("name_roman").map(RomanName::of),
                row.text("name_kanji"),
                sex(row),
                row.text("birth_date"),
                row.text("nationality_region"),
                row.requiredCode("register_category", RegisterCategory.class),
                ownCard(row),
                row.text("status_of_residence"),
                row.text("period_of_stay"),
                row.date("stay_expires_on"),
                row.requiredCode("resident_state", ResidentState.class),
                row.date("resident_state_on"),
                row.flag("head_insured"),
                row.date("head_changed_on"),
                row.flag("protected_person"),
                row.flag("special_circumstances"));
    }

    /** The number of another member's card is never taken in, so that it can never go out. */
    private static Optional<String> ownCard(SourceRow row) {
        return row.flag("card_is_own") ? row.text("residence_card_number") : Optional.empty();
    }

    private static Sex sex(SourceRow row) {
        return switch (row.whole("sex_code").orElse(0)) {
            case 0 -> Sex.UNKNOWN;
            case 1 -> Sex.MALE;
            case 2 -> Sex.FEMALE;
            case 9 -> Sex.NOT_APPLICABLE;
            default -> throw row.mistyped("sex_code");
        };
    }
}

package jp.kakehashi.source;

import static jp.kakehashi.source.ColumnType.DATE;
import static jp.kakehashi.source.ColumnType.FLAG;
import static jp.kakehashi.source.ColumnType.TEXT;
import static jp.kakehashi.source.ColumnType.WHOLE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The three questions to the tax database, each with the columns it must answer: the contract of docs/source-contract.md. */
enum Query {
    CASES(bill().with(TEXT, "name_roman", "name_kanji", "birth_date", "nationality_region", "residence_card_number")
            .with(TEXT, "register_category", "status_of_residence", "period_of_stay", "resident_state")
            .with(WHOLE, "sex_code")
            .with(DATE, "stay_expires_on", "resident_state_on", "head_changed_on", "due_on", "limitation_on")
            .with(FLAG, "card_is_own", "head_insured", "protected_person", "special_circumstances", "disputed")
            .with(TEXT, "instalment_state")),
    EVENTS(bill().with(TEXT, "event_no", "event_kind", "language", "asset", "outcome")
            .with(DATE, "happened_on")),
    PAYMENTS(bill().with(DATE, "received_on", "posted_on", "reversed_on").with(FLAG, "provisional"));

    // Unmodifiable; the checker knows no JDK type that is.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, ColumnType> columns;

    Query(Columns columns) {
        this.columns = Collections.unmodifiableMap(columns.types);
    }

    /** Name (lower case) to type. */
    Map<String, ColumnType> columns() {
        return columns;
    }

    /** The name in file names and messages: {@code cases}, {@code events}, {@code payments}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Columns bill() {
        return new Columns()
                .with(TEXT, "payee_no", "notice_no")
                .with(WHOLE, "levy_year", "attributable_year", "instalment_no");
    }

    private static final class Columns {

        private final Map<String, ColumnType> types = new LinkedHashMap<>();

        private Columns with(ColumnType type, String... names) {
            for (String name : names) {
                types.put(name, type);
            }
            return this;
        }
    }
}

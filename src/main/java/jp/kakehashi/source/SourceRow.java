package jp.kakehashi.source;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One row of a query's result, read by the types of the contract. What does not fit is named, but never quoted. */
final class SourceRow {

    private final Query query;
    private final Map<String, Object> columns;

    SourceRow(Query query, Map<String, Object> columns) {
        this.query = query;
        this.columns = columns;
    }

    /** The person's key, without which nothing can be said about the row. */
    String payeeNo() {
        return text("payee_no")
                .orElseThrow(() -> new SourceException("query %s: a row without payee_no".formatted(query.label())));
    }

    Optional<String> text(String column) {
        Object value = value(column);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            throw new MistypedColumn(query, column);
        }
        // NFC only: NFKC would merge compatibility forms of kanji.
        return Optional.of(Normalizer.normalize(text.strip(), Normalizer.Form.NFC))
                .filter(stripped -> !stripped.isEmpty());
    }

    String requiredText(String column) {
        return text(column).orElseThrow(() -> new MistypedColumn(query, column));
    }

    Optional<Integer> whole(String column) {
        Object value = value(column);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(((Number) value).toString()).intValueExact());
        } catch (ArithmeticException | ClassCastException | NumberFormatException e) {
            throw new MistypedColumn(query, column);
        }
    }

    int requiredWhole(String column) {
        return whole(column).orElseThrow(() -> new MistypedColumn(query, column));
    }

    Optional<LocalDate> date(String column) {
        Object value = value(column);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof LocalDate date) {
            return Optional.of(date);
        }
        if (value instanceof java.sql.Date date) {
            return Optional.of(date.toLocalDate());
        }
        LocalDateTime time = value instanceof Timestamp stamp
                ? stamp.toLocalDateTime()
                : value instanceof LocalDateTime local ? local : LocalDateTime.MAX;
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw new MistypedColumn(query, column);
        }
        return Optional.of(time.toLocalDate());
    }

    LocalDate requiredDate(String column) {
        return date(column).orElseThrow(() -> new MistypedColumn(query, column));
    }

    boolean flag(String column) {
        if (value(column) instanceof Boolean flag) {
            return flag;
        }
        int number = requiredWhole(column);
        if (number != 0 && number != 1) {
            throw new MistypedColumn(query, column);
        }
        return number == 1;
    }

    <E extends Enum<E>> Optional<E> code(String column, Class<E> codes) {
        return text(column).map(code -> {
            try {
                return Enum.valueOf(codes, code);
            } catch (IllegalArgumentException e) {
                throw new MistypedColumn(query, column);
            }
        });
    }

    <E extends Enum<E>> E requiredCode(String column, Class<E> codes) {
        return code(column, codes).orElseThrow(() -> new MistypedColumn(query, column));
    }

    Optional<BillId> bill() {
        return whole("levy_year").map(levyYear -> requiredBill());
    }

    BillId requiredBill() {
        return new BillId(
                requiredWhole("levy_year"),
                requiredWhole("attributable_year"),
                requiredWhole("instalment_no"),
                requiredText("notice_no"));
    }

    MistypedColumn mistyped(String column) {
        return new MistypedColumn(query, column);
    }

    private Object value(String column) {
        if (columns.containsKey(column)) {
            return columns.get(column);
        }
        String upper = column.toUpperCase(Locale.ROOT);
        if (columns.containsKey(upper)) {
            return columns.get(upper);
        }
        throw new SourceException("query %s: the result has no column %s".formatted(query.label(), column));
    }

    /** A value that does not fit its column's type, or is missing where one is required. */
    static final class MistypedColumn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Query query;
        private final String column;

        private MistypedColumn(Query query, String column) {
            super("query %s, column %s: the value does not fit the contract".formatted(query.label(), column));
            this.query = query;
            this.column = column;
        }

        Query query() {
            return query;
        }

        String column() {
            return column;
        }
    }
}

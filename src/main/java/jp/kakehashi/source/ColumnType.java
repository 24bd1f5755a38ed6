package jp.kakehashi.source;

import java.sql.Types;
import java.util.Set;

/** The types of the column contract, each with the JDBC types that fit it. */
enum ColumnType {
    /** Any character type. */
    TEXT("文字列", Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR),
    /** A whole number. */
    WHOLE("整数", Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL),
    /** A day; products whose dates carry a time of day must give midnight. */
    DATE("日付", Types.DATE, Types.TIMESTAMP),
    /** Yes or no: a boolean, or the numbers 1 and 0. */
    FLAG(
            "真偽値または0・1",
            Types.BOOLEAN,
            Types.BIT,
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.NUMERIC,
            Types.DECIMAL);

    private final String label;
    // Unmodifiable; the checker knows no JDK type that is.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Integer> jdbcTypes;

    ColumnType(String label, Integer... jdbcTypes) {
        this.label = label;
        this.jdbcTypes = Set.of(jdbcTypes);
    }

    String label() {
        return label;
    }

    boolean fits(int jdbcType) {
        return jdbcTypes.contains(jdbcType);
    }
}

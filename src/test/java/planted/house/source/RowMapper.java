package planted.house.source;

/** Breaks the rule for names. */
public record RowMapper(String name) {}

package jp.kakehashi.house.planted.source;

/** Breaks the rule for names. */
public record RowMapper(String name) {}

package jp.kakehashi.house.planted.attic;

/** Breaks the table: no such package. */
public record Forgotten(String name) {}

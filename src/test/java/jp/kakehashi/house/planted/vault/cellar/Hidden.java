package jp.kakehashi.house.planted.vault.cellar;

/** Breaks flatness: a package within a package. */
public record Hidden(String name) {}

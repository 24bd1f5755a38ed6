package jp.kakehashi.house.planted.vault;

/** A thing that others may use. */
public record Key(String name) {}

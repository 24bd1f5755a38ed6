package jp.kakehashi.house.planted.register;

import jp.kakehashi.house.planted.vault.Key;

/** Keeps the rules: register may use vault. */
public record Digest(Key key) {}

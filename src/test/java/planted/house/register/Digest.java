package planted.house.register;

import planted.house.vault.Key;

/** Keeps the rules: register may use vault. */
public record Digest(Key key) {}

package planted.house.vault.cellar;

/** Breaks flatness: a package within a package. */
public record Hidden(String name) {}

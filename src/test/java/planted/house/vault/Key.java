package planted.house.vault;

/** A thing that others may use. */
public record Key(String name) {}

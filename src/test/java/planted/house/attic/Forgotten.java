package planted.house.attic;

/** Breaks the table: no such package. */
public record Forgotten(String name) {}

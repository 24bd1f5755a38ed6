package planted.house.workbook;

import planted.house.vault.Key;

/** Breaks the table: paper uses no other package. */
public record ReachesUp(Key key) {}

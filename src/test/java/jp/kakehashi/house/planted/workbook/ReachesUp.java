package jp.kakehashi.house.planted.workbook;

import jp.kakehashi.house.planted.vault.Key;

/** Breaks the table: paper uses no other package. */
public record ReachesUp(Key key) {}

package jp.kakehashi.house.planted.people;

import jp.kakehashi.house.planted.calendar.Second;

/** One half of a cycle. */
public record First(Second second) {}

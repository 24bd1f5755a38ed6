package jp.kakehashi.house.planted.calendar;

import jp.kakehashi.house.planted.people.First;

/** The other half of a cycle. */
public record Second(First first) {}

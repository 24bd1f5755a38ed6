package planted.house.calendar;

import planted.house.people.First;

/** The other half of a cycle. */
public record Second(First first) {}

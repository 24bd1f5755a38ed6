package planted.house.people;

import planted.house.calendar.Second;

/** One half of a cycle. */
public record First(Second second) {}

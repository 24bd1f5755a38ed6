package jp.kakehashi.agreement;

import java.time.LocalDate;

/**
 * The days on which documents of one kind may be sent, both ends included.
 *
 * @param from the first day
 * @param until the last day
 */
public record Period(
        @Key("First day on which the document may be sent.") LocalDate from,
        @Key("Last day on which it may be sent.") LocalDate until) {

    public Period {
        new Faults()
                .unless(
                        !until.isBefore(from),
                        "until",
                        "終期 %s が始期 %s より前です".formatted(until, from),
                        "the last day %s is before the first %s".formatted(until, from))
                .refuse();
    }

    /** Whether the day is one of the period. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}

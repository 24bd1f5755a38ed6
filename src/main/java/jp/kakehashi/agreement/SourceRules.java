package jp.kakehashi.agreement;

/**
 * The brake on mass change: when the findings of one reading are held for a person, since a failed batch looks like this.
 *
 * @param endingPercent more of the open provisions than this would end
 * @param shrinkingPercent so many of the people known, or more, were not there any more
 * @param atLeast neither counts below so many people
 */
public record SourceRules(
        @Key("Held if more than this percentage of the open provisions would end in one reading.")
        int endingPercent,

        @Key("Held if this percentage of the people known, or more, is not there any more.")
        int shrinkingPercent,

        @Key("Neither counts below so many people.") int atLeast) {

    private static final int WHOLE = 100;

    public SourceRules {
        new Faults()
                .atLeast(0, "ending-percent", endingPercent)
                .atLeast(1, "shrinking-percent", shrinkingPercent)
                .atLeast(1, "at-least", atLeast)
                .unless(
                        endingPercent < WHOLE,
                        "ending-percent",
                        "100未満が必要です（現在 %d）".formatted(endingPercent),
                        "must be below 100, found %d".formatted(endingPercent))
                .unless(
                        shrinkingPercent <= WHOLE,
                        "shrinking-percent",
                        "100以下が必要です（現在 %d）".formatted(shrinkingPercent),
                        "must not be above 100, found %d".formatted(shrinkingPercent))
                .refuse();
    }
}

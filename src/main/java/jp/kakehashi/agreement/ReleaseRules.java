package jp.kakehashi.agreement;

import java.time.LocalTime;

/**
 * Who sends together, and for how long their release holds.
 *
 * @param operators who send
 * @param witnesses who stand by
 * @param lapseAfter minutes after which a release ends
 * @param closingTime when it ends at the latest, on its own day
 */
public record ReleaseRules(
        @Key("Operators of a sending. At least 1.") int operators,

        @Key("Witnesses of a sending. At least 1; two people in all is the least.")
        int witnesses,

        @Key("Minutes after which a release lapses.") int lapseAfter,

        @Key("Closing time, Asia/Tokyo: a release lapses then at the latest.")
        LocalTime closingTime) {

    public ReleaseRules {
        new Faults()
                .atLeast(1, "operators", operators)
                .atLeast(1, "witnesses", witnesses)
                .unless(
                        operators + witnesses >= 2,
                        "",
                        "送信には2人以上が立ち会う必要があります（現在 %d 人）".formatted(operators + witnesses),
                        "a sending needs at least two people, found %d".formatted(operators + witnesses))
                .atLeast(1, "lapse-after", lapseAfter)
                .refuse();
    }
}

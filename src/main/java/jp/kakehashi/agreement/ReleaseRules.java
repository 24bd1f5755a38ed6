package jp.kakehashi.agreement;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends together, and for how long their release holds.
 *
 * @param operators who send
 * @param witnesses who stand by
 * @param lapseAfter minutes after which a release ends
 * @param closingTime when it ends at the latest, on its own day
 * @param standing kinds that may run under a standing decision (包括的な決裁)
 */
public record ReleaseRules(
        @Key("Operators of a sending. At least 1.") int operators,

        @Key("Witnesses of a sending. At least 1; two people in all is the least.")
        int witnesses,

        @Key("Minutes after which a release lapses.") int lapseAfter,

        @Key("Closing time, Asia/Tokyo: a release lapses then at the latest.")
        LocalTime closingTime,

        @Key(
                "Kinds whose drafts may be decided at once under a standing decision (包括的な決裁) of the 保護管理者: `answer`, `resolved`. Default: none.")
        Optional<List<DocumentKind>> standing) {

    private static final Set<DocumentKind> MAY_STAND = EnumSet.of(DocumentKind.ANSWER, DocumentKind.RESOLVED);

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
                .unless(
                        MAY_STAND.containsAll(standing.orElse(List.of())),
                        "standing",
                        "包括的な決裁によることができるのは answer と resolved だけです",
                        "only answer and resolved may run under a standing decision")
                .refuse();
    }

    /** Whether drafts of this kind may be decided under a standing decision. */
    public boolean mayStand(DocumentKind kind) {
        return standing.orElse(List.of()).contains(kind);
    }
}

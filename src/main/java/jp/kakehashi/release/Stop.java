package jp.kakehashi.release;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A stop, from when it was raised until it was lifted.
 *
 * @param id its row
 * @param agreement the agreement's id
 * @param scope what it stops
 * @param incident the incident that brought it; none for one that the 保護管理者 raised
 * @param raisedAt when
 * @param raisedBy the account
 * @param reason why
 * @param lifting its end, if it has ended
 */
public record Stop(
        UUID id,
        String agreement,
        Scope scope,
        Optional<UUID> incident,
        Instant raisedAt,
        String raisedBy,
        String reason,
        Optional<Lifting> lifting) {

    /** What a stop stops. */
    public enum Scope {
        /** ② alone: the way back stays open. */
        PROVISION,
        /** Every kind: the recipient's address is in doubt. */
        EVERY_KIND
    }

    /**
     * The end of a stop.
     *
     * @param at when
     * @param by the account of the 保護管理者
     * @param reason why
     */
    public record Lifting(Instant at, String by, String reason) {}
}

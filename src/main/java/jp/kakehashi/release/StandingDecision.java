package jp.kakehashi.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;

/**
 * 包括的な決裁: a decision of the 保護管理者, made beforehand, on drafts of one kind between two days of one fiscal year.
 *
 * @param id its row
 * @param agreement the agreement's id
 * @param kind ④ or ⑤; never ②
 * @param at when it was made
 * @param by the 保護管理者 who made it
 * @param documentNumber 文書番号, if there is one
 * @param from the first day
 * @param until the last day
 * @param endedAt when it was ended before that, if it was
 */
public record StandingDecision(
        UUID id,
        String agreement,
        DocumentKind kind,
        Instant at,
        Official by,
        Optional<String> documentNumber,
        LocalDate from,
        LocalDate until,
        Optional<Instant> endedAt) {

    /** Whether drafts of that day are decided under it. */
    public boolean holdsOn(LocalDate day) {
        return endedAt.isEmpty() && !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether it can still be ended: it has not been, and its last day is not over. */
    public boolean canEnd(LocalDate today) {
        return endedAt.isEmpty() && !today.isAfter(until);
    }

    /** Whether both hold on some day. */
    boolean meets(LocalDate first, LocalDate last) {
        return endedAt.isEmpty() && !first.isAfter(until) && !last.isBefore(from);
    }
}

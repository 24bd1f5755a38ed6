package jp.kakehashi.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;

/**
 * 送信立会記録: who stood by what, and when; each with the posts of that day.
 *
 * @param sitting the sitting
 * @param operator who operated
 * @param openedAt when it was opened
 * @param endedAt when it was ended
 * @param documents what the operator confirmed in it
 */
public record SittingRecord(
        UUID sitting, Official operator, Instant openedAt, Optional<Instant> endedAt, List<Signed> documents) {

    /**
     * Sealed bytes that were confirmed.
     *
     * @param kind what they are
     * @param decision who decided what is in them, in which manner
     * @param signing who confirmed them, to which addresses, with how many rows
     * @param witness the witness, once they confirmed
     * @param next when the same shipment was next released: what the server said from then on belongs to that
     */
    public record Signed(
            DocumentKind kind,
            Optional<Decision> decision,
            Signing signing,
            Optional<Official> witness,
            Optional<Instant> next) {

        /** Whether something that happened at that moment belongs to this release. */
        public boolean covers(Instant moment) {
            return signing.witnessSignedAt().filter(at -> !moment.isBefore(at)).isPresent()
                    && next.filter(later -> !moment.isBefore(later)).isEmpty();
        }
    }
}

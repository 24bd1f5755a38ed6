package jp.kakehashi.release;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision (決裁) on the contents of a shipment's rows.
 *
 * @param controlNumber the shipment
 * @param contentDigest what was decided
 * @param at when
 * @param manner by the chief, by a deputy, or under a standing decision
 * @param by who decided; under a standing decision, who made that
 * @param documentNumber 文書番号, if there is one
 * @param ceilingReference the reference of 付議/報告, above the ceiling of persons
 * @param absence why the chief was away, in the deputy's words; of a deputy's decision only
 * @param standing the standing decision it was made under
 * @param review the chief's look afterwards (後閲); of a deputy's decision only
 */
public record Decision(
        String controlNumber,
        String contentDigest,
        Instant at,
        Manner manner,
        Official by,
        Optional<String> documentNumber,
        Optional<String> ceilingReference,
        Optional<String> absence,
        Optional<StandingDecision> standing,
        Optional<Review> review) {

    /** How it was decided. */
    public enum Manner {
        /** 決裁 of the 保護管理者. */
        CHIEF("決裁"),
        /** 代決 of a named deputy, while the 保護管理者 was away. */
        DEPUTY("代決"),
        /** At once, under a standing decision (包括的な決裁) of the 保護管理者. */
        STANDING("包括的な決裁");

        private final String label;

        Manner(String label) {
            this.label = label;
        }

        /** The word for it in the office. */
        public String label() {
            return label;
        }
    }

    /**
     * 後閲: that the 保護管理者 looked at what a deputy had decided.
     *
     * @param at when
     * @param by who
     */
    public record Review(Instant at, Official by) {}

    /** Leaves the words out: they may be about a person. */
    @Override
    public String toString() {
        return "Decision[" + controlNumber + ", " + manner + "]";
    }

    /** A decision of the 保護管理者. */
    static Decision ofChief(
            String controlNumber,
            String contentDigest,
            Instant at,
            Official by,
            Optional<String> documentNumber,
            Optional<String> ceilingReference) {
        return new Decision(
                controlNumber,
                contentDigest,
                at,
                Manner.CHIEF,
                by,
                documentNumber,
                ceilingReference,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A decision of a deputy. */
    static Decision ofDeputy(
            String controlNumber,
            String contentDigest,
            Instant at,
            Official by,
            Optional<String> documentNumber,
            String absence) {
        return new Decision(
                controlNumber,
                contentDigest,
                at,
                Manner.DEPUTY,
                by,
                documentNumber,
                Optional.empty(),
                Optional.of(absence),
                Optional.empty(),
                Optional.empty());
    }

    /** A decision in the name of whoever made the standing one, under its 文書番号. */
    static Decision under(StandingDecision standing, String controlNumber, String contentDigest, Instant at) {
        return new Decision(
                controlNumber,
                contentDigest,
                at,
                Manner.STANDING,
                standing.by(),
                standing.documentNumber(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(standing),
                Optional.empty());
    }

    /** Whether the chief's look afterwards is an open task. It never expires, and holds nothing up. */
    public boolean awaitsReview() {
        return manner == Manner.DEPUTY && review.isEmpty();
    }
}

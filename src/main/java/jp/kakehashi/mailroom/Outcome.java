package jp.kakehashi.mailroom;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;

/** What became of a letter: handed on, in order, to whoever wrote it. May be handed on more than once. */
public sealed interface Outcome {

    /** Where a bounce would give its status: a named person said so. */
    String PERSON = "PERSON";

    /** Which letter, and when. */
    About about();

    /** The control number, or whatever else named the letter when it was queued. */
    default String reference() {
        return about().reference();
    }

    /** When it became so. */
    default Instant at() {
        return about().at();
    }

    /**
     * The letter that an outcome is about.
     *
     * @param number the outcome's number, rising
     * @param letter the letter's row
     * @param reference the control number
     * @param kind what the letter carries; none for a receipt
     * @param at when it became so
     */
    record About(long number, UUID letter, String reference, Optional<DocumentKind> kind, Instant at) {}

    /**
     * The mail server took it over.
     *
     * @param reply what the server said; none where evidence or a person said it later
     * @param queueId under which the server keeps it
     */
    record Posted(About about, Optional<String> reply, Optional<String> queueId) implements Outcome {}

    /**
     * It was not posted, and will not be.
     *
     * @param reason why: {@code SERVER}, {@code RECIPIENT}, or the name of a check of ours
     * @param reply what the server said; none where we refused it ourselves
     */
    record Refused(About about, String reason, Optional<String> reply) implements Outcome {}

    /** It was not posted this time; {@link Outbox#requeue} after a new last check. */
    record Deferred(About about, String reply) implements Outcome {}

    /** Nobody knows whether it was posted: {@code SILENCE} of the server, or {@code POSTER_LOST}. */
    record Unknown(About about, String why) implements Outcome {}

    /**
     * It came back.
     *
     * @param status such as {@code 5.1.1}; {@link #PERSON} where a named person said so
     */
    record Returned(About about, String status) implements Outcome {

        /** Whether a named person said so, and no bounce came. */
        public boolean byPerson() {
            return status.equals(PERSON);
        }
    }

    /** A named person established that it never arrived. */
    record NotDelivered(About about) implements Outcome {}

    /** Its time passed before it was posted. */
    record Lapsed(About about) implements Outcome {}

    /** The receiver's machine acknowledges it: what it repeats from inside the parcel is for the writer to judge. */
    record Acknowledged(About about, Optional<String> code, int rows) implements Outcome {}

    /** The receiver's machine could not open it, or not read its layout. */
    record CannotOpen(About about, String why) implements Outcome {}

    /** The outcome of a kind, from the details that were kept with it. */
    static Outcome of(What what, About about, Map<String, String> detail) {
        Optional<String> reply = Optional.ofNullable(detail.get("reply"));
        return switch (what) {
            case POSTED -> new Posted(about, reply, Optional.ofNullable(detail.get("queueId")));
            case REFUSED -> new Refused(about, detail.get("reason"), reply);
            case DEFERRED -> new Deferred(about, detail.get("reply"));
            case UNKNOWN -> new Unknown(about, detail.get("why"));
            case RETURNED -> new Returned(about, detail.get("status"));
            case NOT_DELIVERED -> new NotDelivered(about);
            case LAPSED -> new Lapsed(about);
            case ACKNOWLEDGED ->
                new Acknowledged(about, Optional.ofNullable(detail.get("code")), Integer.parseInt(detail.get("rows")));
            case CANNOT_OPEN -> new CannotOpen(about, detail.get("why"));
        };
    }

    /** The kinds of outcome, as they stand in the ledger. */
    enum What {
        POSTED,
        REFUSED,
        DEFERRED,
        UNKNOWN,
        RETURNED,
        NOT_DELIVERED,
        LAPSED,
        ACKNOWLEDGED,
        CANNOT_OPEN
    }
}

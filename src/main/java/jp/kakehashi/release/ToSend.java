package jp.kakehashi.release;

import java.time.Instant;
import java.util.Optional;
import jp.kakehashi.shipment.Shipment;

/**
 * One document of 「本日の送信」, of whatever kind.
 *
 * @param shipment it
 * @param dropped how many people were dropped from it
 * @param signing who has confirmed the sealed bytes so far, in the sitting that was asked about
 * @param until when its release lapses; before it is released, closing time
 */
public record ToSend(Shipment shipment, int dropped, Optional<Signing> signing, Instant until) {

    /** What happens next. */
    public enum Step {
        /** To be checked at the source and sealed. */
        TO_SEAL,
        /** It is being checked and sealed. */
        SEALING,
        /** The operator looks at it and confirms. */
        TO_CONFIRM,
        /** The operator has confirmed; the witness does. */
        TO_WITNESS,
        /** Both confirmed it in this sitting, and the release lapsed: it takes a new sitting. */
        LAPSED,
        /** Last check and posting. */
        SENDING,
        /** There is an answer, or it was given up. */
        ANSWERED
    }

    /** What happens next with it. */
    public Step step() {
        return switch (shipment.state()) {
            case DECIDED -> shipment.sealWanted() ? Step.SEALING : Step.TO_SEAL;
            case SEALED -> sealed();
            case RELEASED -> Step.SENDING;
            default -> Step.ANSWERED;
        };
    }

    private Step sealed() {
        if (signing.flatMap(Signing::witnessSignedAt).isPresent()) {
            return Step.LAPSED;
        }
        return signing.flatMap(Signing::operatorSignedAt).isPresent() ? Step.TO_WITNESS : Step.TO_CONFIRM;
    }

    /** Whether the machine is at work on it. */
    public boolean pending() {
        return step() == Step.SEALING || step() == Step.SENDING;
    }
}

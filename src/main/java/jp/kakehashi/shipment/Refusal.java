package jp.kakehashi.shipment;

import java.util.Optional;

/**
 * A "no" that the office's rules give; nothing was changed.
 *
 * @param reason what is wrong and what to do, in Japanese, without personal data
 */
public record Refusal(String reason) {

    /** A "no" for this reason. */
    public static Optional<Refusal> because(String reason) {
        return Optional.of(new Refusal(reason));
    }

    /** No objection: it was done. */
    public static Optional<Refusal> none() {
        return Optional.empty();
    }
}

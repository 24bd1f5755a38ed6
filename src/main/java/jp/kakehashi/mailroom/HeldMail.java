package jp.kakehashi.mailroom;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that waits for a person.
 *
 * @param id its row
 * @param receivedAt when it was collected
 * @param reason why it is held, as a code
 * @param from its sender as far as it could be read
 * @param subject its subject as far as it could be read
 * @param size in bytes
 */
public record HeldMail(UUID id, Instant receivedAt, String reason, String from, String subject, int size) {

    /** Leaves sender and subject out. */
    @Override
    public String toString() {
        return "HeldMail[" + id + ", " + reason + "]";
    }
}

package jp.kakehashi.mailroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A received mail as people may read it; everything in it was written by whoever sent it.
 *
 * @param id its row
 * @param from its sender; empty where it could not be read
 * @param subject its subject
 * @param date the moment it names as its own
 * @param text its plain text
 * @param attachments the names of its files
 * @param unreadable names of the parts that could not be read
 */
public record MailView(
        UUID id,
        Optional<String> from,
        String subject,
        Optional<Instant> date,
        String text,
        List<String> attachments,
        List<String> unreadable) {

    /** Leaves everything out that came from outside. */
    @Override
    public String toString() {
        return "MailView[" + id + "]";
    }
}

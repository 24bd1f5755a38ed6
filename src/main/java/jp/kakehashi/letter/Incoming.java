package jp.kakehashi.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a received mail says, as far as it can be read. Everything in it was written by whoever sent it.
 *
 * @param messageId with its angle brackets; empty when absent or blank
 * @param from the one address of the one From line; empty when there is none, or more than one
 * @param to the addresses of its To lines
 * @param subject decoded; empty when absent
 * @param inReplyTo the Message-ID it says it answers
 * @param references the Message-IDs of the conversation, oldest first
 * @param date the moment it names as its own
 * @param text its plain text parts
 * @param attachments its files, in order
 * @param deliveryReport what a mail system reports about a mail of ours
 * @param readReceipt whether it is a 開封通知
 * @param autoSubmitted whether a machine says it wrote it by itself
 * @param unreadable names of the parts and headers that could not be read; never their values
 */
public record Incoming(
        Optional<String> messageId,
        Optional<String> from,
        List<String> to,
        String subject,
        Optional<String> inReplyTo,
        List<String> references,
        Optional<Instant> date,
        String text,
        List<Attachment> attachments,
        Optional<DeliveryReport> deliveryReport,
        boolean readReceipt,
        boolean autoSubmitted,
        List<String> unreadable) {

    /**
     * Reads a mail. Never fails on a bad one: what cannot be read is left out and named in {@link #unreadable}.
     *
     * @param raw the bytes as they were collected
     */
    public static Incoming read(byte[] raw) {
        return new Reading(raw).incoming();
    }

    /** What this mail is, by its form. */
    public Sort sort() {
        return Sorting.of(this);
    }

    /**
     * Whether the mail carries exactly this content.
     *
     * @param sha256 as {@link Letter#contentSha256} tells it
     */
    public boolean carries(String sha256) {
        return attachments.stream().anyMatch(file -> file.sha256().equals(sha256))
                || Digests.sha256(text).equals(sha256);
    }
}

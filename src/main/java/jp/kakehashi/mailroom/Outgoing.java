package jp.kakehashi.mailroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.letter.Letter;

/**
 * A letter to be posted exactly as it is.
 *
 * @param reference the control number, or whatever else names it to its writer; no personal data
 * @param agreementId the agreement under which it goes
 * @param kind what kind of document it carries; none for a receipt
 * @param messageId the Message-ID that stands in its MIME
 * @param envelopeSender where bounces go
 * @param envelopeRecipients to whom it is delivered, the journal among them
 * @param mime its bytes, made once
 * @param contentSha256 as {@link Letter#contentSha256} tells it: what was released, and what evidence must match
 * @param notAfter the moment after which it may no longer be posted
 */
@SuppressWarnings("ArrayRecordComponent")
public record Outgoing(
        String reference,
        String agreementId,
        Optional<DocumentKind> kind,
        String messageId,
        String envelopeSender,
        List<String> envelopeRecipients,
        byte[] mime,
        String contentSha256,
        Instant notAfter) {

    public Outgoing {
        envelopeRecipients = List.copyOf(envelopeRecipients);
        require(!reference.isBlank(), "reference", "is blank");
        require(Letter.isMessageId(messageId), "messageId", "is no Message-ID in angle brackets");
        require(Letter.isAddress(envelopeSender), "envelopeSender", "is no plain address");
        require(
                !envelopeRecipients.isEmpty() && envelopeRecipients.stream().allMatch(Letter::isAddress),
                "envelopeRecipients",
                "is no list of plain addresses");
        require(contentSha256.matches("[0-9a-f]{64}"), "contentSha256", "is no SHA-256");
    }

    /**
     * A letter with the facts that it tells itself.
     *
     * @param letter to be written to bytes here and now
     */
    public static Outgoing of(
            String reference,
            String agreementId,
            Optional<DocumentKind> kind,
            Letter letter,
            String envelopeSender,
            List<String> envelopeRecipients,
            Instant notAfter) {
        return new Outgoing(
                reference,
                agreementId,
                kind,
                letter.messageId(),
                envelopeSender,
                envelopeRecipients,
                letter.toMime(),
                letter.contentSha256(),
                notAfter);
    }

    private static void require(boolean holds, String field, String trouble) {
        if (!holds) {
            throw new IllegalArgumentException("outgoing letter: " + field + " " + trouble);
        }
    }

    /** Leaves addresses and content out. */
    @Override
    public String toString() {
        return "Outgoing[" + reference + ", " + kind + "]";
    }
}

package jp.kakehashi.mailroom;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.letter.Attachment;

/**
 * A parcel from the other party, still closed.
 *
 * @param mail the mail it came with
 * @param agreement the agreement whose address it came from
 * @param kind by its file name
 * @param controlNumber by its file name
 * @param file its name and bytes
 * @param messageId of the mail, to answer it
 * @param text of the mail
 * @param from the sender's address
 * @param receivedAt when the mail was collected
 */
public record ArrivedParcel(
        UUID mail,
        String agreement,
        DocumentKind kind,
        String controlNumber,
        Attachment file,
        Optional<String> messageId,
        String text,
        String from,
        Instant receivedAt) {

    /** Leaves the sender, the text and the bytes out. */
    @Override
    public String toString() {
        return "ArrivedParcel[" + mail + ", " + kind + ", " + controlNumber + "]";
    }
}

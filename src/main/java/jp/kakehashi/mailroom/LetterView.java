package jp.kakehashi.mailroom;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;

/**
 * A letter as it stands, for people.
 *
 * @param id the letter's row: an attempt
 * @param reference the control number
 * @param kind what it carries; none for a receipt
 * @param messageId its Message-ID
 * @param state where it stands
 * @param queuedAt when it was let go, the last check made
 * @param since since when it stands so
 * @param reply what the mail server answered, or why we refused it ourselves
 * @param queueId under which the mail server keeps it
 */
public record LetterView(
        UUID id,
        String reference,
        Optional<DocumentKind> kind,
        String messageId,
        LetterState state,
        Instant queuedAt,
        Instant since,
        Optional<String> reply,
        Optional<String> queueId) {}

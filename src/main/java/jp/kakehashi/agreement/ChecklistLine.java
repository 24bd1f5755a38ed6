package jp.kakehashi.agreement;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of the ward's checklist of safeguards.
 *
 * @param text the line
 * @param required whether ② waits for it; a line 「必要に応じて」 never blocks
 * @param done who settled it, and when, as far as the file knows; an answer of the office in its ledger goes before
 */
public record ChecklistLine(
        @Key("The line.") String text,

        @Key("Whether ② waits for it. A line 「必要に応じて」 is `false`.")
        boolean required,

        @Key("Who settled it, and when. Default: open.") Optional<Signature> done) {

    /** SHA-256 of its text in hex: answers are kept under it, so that a line with other words is asked anew. */
    public String digest() {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}

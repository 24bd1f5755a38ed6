package jp.kakehashi.agreement;

import java.util.Optional;

/**
 * One line of the ward's checklist of safeguards.
 *
 * @param text the line
 * @param required whether ② waits for it; a line 「必要に応じて」 never blocks
 * @param done who settled it, and when
 */
public record ChecklistLine(
        @Key("The line.") String text,

        @Key("Whether ② waits for it. A line 「必要に応じて」 is `false`.")
        boolean required,

        @Key("Who settled it, and when. Default: open.") Optional<Signature> done) {

    /** Whether ② has to wait for this line. */
    public boolean blocks() {
        return required && done.isEmpty();
    }
}

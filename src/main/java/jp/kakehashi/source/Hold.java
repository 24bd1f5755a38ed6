package jp.kakehashi.source;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A reading whose findings wait for a person, because they look like a mass change.
 *
 * @param window what was read
 * @param heldAt when it was held, or last found to be as heavy
 * @param weight what it would come to
 * @param state where it stands
 * @param decidedBy the account that decided; empty while it waits
 * @param reason why so
 */
public record Hold(
        UUID id,
        Window window,
        Instant heldAt,
        Weight weight,
        State state,
        Optional<String> decidedBy,
        Optional<String> reason) {

    /** Where it stands. */
    public enum State {
        /** Waits for a person; nothing of it was taken. */
        HELD,
        /** A person lets it pass; it is read again and taken. */
        RELEASED,
        /** A person does not let it pass; the next reading is weighed anew. */
        DISCARDED,
        /** Taken after its release, or found light again by itself. */
        ENDED
    }
}

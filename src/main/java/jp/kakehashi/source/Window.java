package jp.kakehashi.source;

import java.sql.Timestamp;
import java.time.Instant;

/**
 * What one poll covers.
 *
 * @param since changes from then on are asked for
 * @param until the next poll's watermark: when this poll began
 */
public record Window(Instant since, Instant until) {

    /** Whether it covers everyone, so that whoever is not in it has vanished. */
    public boolean isEverything() {
        return since.equals(Instant.EPOCH);
    }

    /** {@link #since} as the parameter that every JDBC product takes. */
    public Timestamp sinceParameter() {
        return Timestamp.from(since);
    }
}

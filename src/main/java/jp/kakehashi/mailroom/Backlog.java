package jp.kakehashi.mailroom;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much lies in the mailroom, and for how long: in counts and ages, by state. */
@Component
public class Backlog {

    private static final String LETTERS = "select count(*) from letter where state = :state";
    private static final String MAILS = "select count(*) from mail where state = :state";

    private final JdbcClient jdbc;
    private final Clock clock;

    Backlog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Work that waits: for the machine, or for a person. */
    public enum Work {
        /** A letter that is released and not on its way. */
        TO_POST("select min(queued_at) from letter where state in ('QUEUED', 'DEFERRED')"),
        /** A mail that is collected and not sorted. */
        TO_SORT("select min(received_at) from mail where state = 'STORED'"),
        /** What became of a letter, not yet handed on. */
        TO_HAND_ON("select min(at) from outcome where handed_on_at is null"),
        /** A letter of which nobody knows whether it arrived: for a person, or for evidence. */
        TO_SETTLE("select min(state_at) from letter where state = 'OUTCOME_UNKNOWN'"),
        /** A mail that waits for a person. */
        TO_READ("select min(received_at) from mail where state = 'HELD'");

        private final String oldest;

        Work(String oldest) {
            this.oldest = oldest;
        }

        /** Whether the machine does it, within moments. */
        public boolean isTheMachines() {
            return this == TO_SORT || this == TO_HAND_ON;
        }
    }

    /** How many letters stand so. */
    public long letters(LetterState state) {
        return jdbc.sql(LETTERS).param("state", state.name()).query(Long.class).single();
    }

    /** How many mails stand so. */
    public long mails(MailState state) {
        return jdbc.sql(MAILS).param("state", state.name()).query(Long.class).single();
    }

    /** How long the oldest piece of such work waits; zero where there is none. */
    public Duration oldest(Work work) {
        return jdbc.sql(work.oldest).query(OffsetDateTime.class).list().stream()
                .filter(since -> since != null)
                .findFirst()
                .map(since -> Duration.between(since.toInstant(), clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }
}

package jp.kakehashi.mailroom;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL of the holds: whoever has locked a letter's row here may post it, and nobody else. A state that was read before
 * the lock may be stale; it is read again after.
 */
final class HoldTable {

    private static final String ADD = "insert into letter_hold (letter_id, queued_at) values (:letter, :at)";
    private static final String TAKE_NEXT = """
            select letter_id from letter_hold
            where letter_id in (select id from letter where state = :state)
            order by queued_at, letter_id limit 1 for update skip locked
            """;
    private static final String TAKE =
            "select letter_id from letter_hold where letter_id = :letter for update skip locked";
    private static final String IN_STATE = """
            select letter_id from letter_hold
            where letter_id in (select id from letter where state = :state) order by queued_at, letter_id
            """;
    private static final String OVERDUE = """
            select letter_id from letter_hold
            where letter_id in (
                select id from letter where state in ('QUEUED', 'DEFERRED') and not_after < :now)
            order by queued_at, letter_id
            """;
    private static final String END = "delete from letter_hold where letter_id = :letter";

    private final JdbcClient jdbc;

    HoldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID letter, Instant at) {
        jdbc.sql(ADD)
                .param("letter", letter)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first letter in this state that nobody holds, held from now on. */
    Optional<UUID> takeNext(LetterState state) {
        return jdbc.sql(TAKE_NEXT)
                .param("state", state.name())
                .query(UUID.class)
                .optional();
    }

    /** Whether this letter could be taken, and is held from now on. */
    boolean take(UUID letter) {
        return jdbc.sql(TAKE)
                .param("letter", letter)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    List<UUID> inState(LetterState state) {
        return jdbc.sql(IN_STATE).param("state", state.name()).query(UUID.class).list();
    }

    List<UUID> overdue(Instant now) {
        return jdbc.sql(OVERDUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    void end(UUID letter) {
        jdbc.sql(END).param("letter", letter).update();
    }
}

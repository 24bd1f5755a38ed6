package jp.kakehashi.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of readings that wait, or waited, for a person. */
@Component
@Profile("ward")
class HoldTable {

    private static final String OPEN = "select * from source_hold where state in ('HELD', 'RELEASED')";
    private static final String NEWEST = "select * from source_hold order by held_at desc, id limit 20";
    private static final String LOCK = "select * from source_hold where id = :id for update";
    private static final String ADD = """
            insert into source_hold (id, since, until, held_at, findings, provisions, ending, known, vanished, state)
            values (:id, :since, :until, :at, :findings, :provisions, :ending, :known, :vanished, 'HELD')
            on conflict do nothing
            """;
    private static final String KEEP = """
            update source_hold set since = :since, until = :until, held_at = :at, findings = :findings,
              provisions = :provisions, ending = :ending, known = :known, vanished = :vanished, state = 'HELD',
              decided_by = null, reason = null
            where id = :id
            """;
    private static final String MOVE = "update source_hold set state = :state where id = :id";
    private static final String DECIDE =
            "update source_hold set state = :state, decided_by = :account, reason = :reason where id = :id";

    private final JdbcClient ledger;
    private final Clock clock;

    HoldTable(JdbcClient ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    Optional<Hold> open() {
        return ledger.sql(OPEN).query(HoldTable::read).optional();
    }

    List<Hold> newest() {
        return ledger.sql(NEWEST).query(HoldTable::read).list();
    }

    /** A hold, its row locked for the caller's transaction. */
    Optional<Hold> lock(UUID id) {
        return ledger.sql(LOCK).param("id", id).query(HoldTable::read).optional();
    }

    /** Adds a hold, or makes one wait anew. */
    Hold keep(UUID id, Window window, Weight weight) {
        for (String statement : List.of(ADD, KEEP)) {
            ledger.sql(statement)
                    .param("id", id)
                    .param("since", Timestamp.from(window.since()))
                    .param("until", Timestamp.from(window.until()))
                    .param("at", Timestamp.from(clock.instant()))
                    .param("findings", weight.findings())
                    .param("provisions", weight.provisions())
                    .param("ending", weight.ending())
                    .param("known", weight.known())
                    .param("vanished", weight.vanished())
                    .update();
        }
        return lock(id).orElseThrow();
    }

    void move(UUID id, Hold.State state) {
        ledger.sql(MOVE).param("state", state.name()).param("id", id).update();
    }

    void decide(UUID id, Hold.State state, String account, String reason) {
        ledger.sql(DECIDE)
                .param("state", state.name())
                .param("account", account)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private static Hold read(ResultSet row, int index) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                new Window(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until").toInstant()),
                row.getTimestamp("held_at").toInstant(),
                new Weight(
                        row.getInt("findings"),
                        row.getInt("provisions"),
                        row.getInt("ending"),
                        row.getInt("known"),
                        row.getInt("vanished")),
                Hold.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getString("reason")));
    }
}

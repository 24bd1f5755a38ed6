package jp.kakehashi.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.register.Remarks;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of stops. */
@Component
@Profile("ward")
class StopTable {

    private static final String RAISE = """
            insert into stop (id, agreement, scope, incident, raised_at, raised_by)
            values (:id, :agreement, :scope, :incident, :at, :by)
            """;

    private static final String LIFT = """
            update stop set lifted_at = :at, lifted_by = :by
            where id = :id and lifted_at is null
            """;

    private static final String REASON = "stop-reason/";
    private static final String LIFTING = "stop-lifting/";

    private final JdbcClient ledger;
    private final Remarks remarks;

    StopTable(JdbcClient ledger, Remarks remarks) {
        this.ledger = ledger;
        this.remarks = remarks;
    }

    void raise(Stop stop) {
        ledger.sql(RAISE)
                .param("id", stop.id())
                .param("agreement", stop.agreement())
                .param("scope", stop.scope().name())
                .param("incident", stop.incident().orElse(null))
                .param("at", Timestamp.from(stop.raisedAt()))
                .param("by", stop.raisedBy())
                .update();
        remarks.keep(REASON + stop.id(), stop.reason());
    }

    /** Whether it was in force until now. */
    boolean lift(UUID stop, Instant at, String by, String reason) {
        boolean lifted = ledger.sql(LIFT)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("id", stop)
                        .update()
                == 1;
        if (lifted) {
            remarks.keep(LIFTING + stop, reason);
        }
        return lifted;
    }

    Optional<Stop> find(UUID stop) {
        return ledger.sql("select * from stop where id = :id")
                .param("id", stop)
                .query(this::stop)
                .optional();
    }

    List<Stop> inForce(String agreement) {
        return ledger.sql("select * from stop where agreement = :agreement and lifted_at is null order by raised_at")
                .param("agreement", agreement)
                .query(this::stop)
                .list();
    }

    /** Every stop of an agreement, the newest first. */
    List<Stop> all(String agreement) {
        return ledger.sql("select * from stop where agreement = :agreement order by raised_at desc")
                .param("agreement", agreement)
                .query(this::stop)
                .list();
    }

    private Stop stop(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Stop(
                id,
                row.getString("agreement"),
                Stop.Scope.valueOf(row.getString("scope")),
                Optional.ofNullable(row.getObject("incident", UUID.class)),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("raised_by"),
                remarks.read(REASON + id),
                lifting(row, id));
    }

    private Optional<Stop.Lifting> lifting(ResultSet row, UUID id) throws SQLException {
        Timestamp at = row.getTimestamp("lifted_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Stop.Lifting(at.toInstant(), row.getString("lifted_by"), remarks.read(LIFTING + id)));
    }
}

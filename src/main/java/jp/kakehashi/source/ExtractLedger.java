package jp.kakehashi.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of each extract, in the ledger and in the chain. */
@Component
@Profile("ward")
class ExtractLedger {

    private static final Actor ROUTE = Actor.machine("ward-13-extract");

    private static final String LAST = "select max(extracted_at) from source_extract where imported = true";
    private static final String NEWEST = "select * from source_extract order by noticed_at desc limit 20";
    private static final String ADD = """
            insert into source_extract (id, noticed_at, extracted_at, imported, reason, people)
            values (:id, :noticed, :extracted, :imported, :reason, :people)
            """;

    private final JdbcClient ledger;
    private final Chain chain;
    private final Clock clock;

    ExtractLedger(JdbcClient ledger, Chain chain, Clock clock) {
        this.ledger = ledger;
        this.chain = chain;
        this.clock = clock;
    }

    /** When the last imported extract was made. */
    Optional<Instant> last() {
        return ledger.sql(LAST).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** The newest, newest first. */
    List<ArrivedExtract> newest() {
        return ledger.sql(NEWEST).query(ExtractLedger::read).list();
    }

    @Transactional
    public void imported(ExtractTotals totals) {
        ExtractTotals.Count cases = totals.counts().get(Query.CASES);
        add(new ArrivedExtract(clock.instant(), Optional.of(totals.extractedAt()), true, "", cases.people()));
        chain.append(
                ROUTE,
                new Act(
                        "extract-imported",
                        totals.extractedAt().toString(),
                        Map.of("people", Integer.toString(cases.people()), "rows", Integer.toString(cases.rows()))));
    }

    /** @param extractedAt empty if the extract did not even say that */
    @Transactional
    public void refused(Optional<Instant> extractedAt, String reason) {
        add(new ArrivedExtract(clock.instant(), extractedAt, false, reason, 0));
        chain.append(
                ROUTE,
                new Act(
                        "extract-refused",
                        extractedAt.map(Instant::toString).orElse("unknown"),
                        Map.of("why", reason)));
    }

    private void add(ArrivedExtract extract) {
        ledger.sql(ADD)
                .param("id", UUID.randomUUID())
                .param("noticed", Timestamp.from(extract.noticedAt()))
                .param("extracted", extract.extractedAt().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("imported", extract.imported())
                .param("reason", extract.reason())
                .param("people", extract.people())
                .update();
    }

    private static ArrivedExtract read(ResultSet row, int index) throws SQLException {
        return new ArrivedExtract(
                row.getTimestamp("noticed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("extracted_at")).map(Timestamp::toInstant),
                row.getBoolean("imported"),
                row.getString("reason"),
                row.getInt("people"));
    }
}

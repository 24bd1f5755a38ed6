package jp.kakehashi.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.casefile.TestCases;
import jp.kakehashi.command.FictitiousCity;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.source.Finding;
import jp.kakehashi.source.Source;
import jp.kakehashi.source.TestCity;
import jp.kakehashi.source.TestSource;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Readings of everyone, city and ledger both on PostgreSQL: the first, which opens a case for everybody in arrears, and
 * the one of the next night, which finds nothing new. Findings go into the case files, as the route has it.
 */
final class ReconciliationMeasured {

    private static final int FETCH = 500;
    private static final int MEGABYTE = 1 << 20;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant FIRST = Instant.parse("2026-06-01T00:00:00Z");

    private final TestLedger ledger = TestLedger.postgres().pooled();
    private final Vault vault = TestVault.fresh();
    private final DataSource city;

    private ReconciliationMeasured(DataSource city) {
        this.city = city;
    }

    /** Both readings among so many payers. */
    static String figure(int people) throws IOException, SQLException {
        ReconciliationMeasured office = new ReconciliationMeasured(city(people));
        String first = office.reading(FIRST, true);
        return "first: %s; next night: %s; heap %d MB at the most"
                .formatted(first, office.reading(FIRST.plus(Duration.ofDays(1)), true), heap());
    }

    /** One reading of everyone among so many payers, to be weighed only: nothing of it is taken. */
    static String weighing(int people) throws IOException, SQLException {
        return "%s; heap %d MB at the most"
                .formatted(new ReconciliationMeasured(city(people)).reading(FIRST, false), heap());
    }

    private static DataSource city(int people) {
        DataSource city = TestCity.postgres();
        FictitiousCity.ofAll(1, LocalDate.of(2026, 6, 1), people, people / 1000).build(city);
        JdbcClient.create(city).sql("analyze").update();
        return city;
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }

    private String reading(Instant now, boolean taken) throws IOException, SQLException {
        Clock clock = Clock.fixed(now, TOKYO);
        Source source = TestSource.over(ledger, vault, clock);
        Cases cases = TestCases.over(ledger, vault, clock);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        int met = 0;
        try (Connection one = open();
                Connection two = open();
                Connection three = open()) {
            Iterator<List<Finding>> findings =
                    source.understand(rows(one, "cases"), rows(two, "events"), rows(three, "payments"));
            while (findings.hasNext()) {
                List<Finding> batch = findings.next();
                if (taken) {
                    cases.take(batch);
                    source.remember(batch);
                }
                met += batch.size();
            }
        }
        int vanished = count(source.vanished(source.everything()));
        if (vanished > 0) {
            throw new IllegalStateException(vanished + " people vanished");
        }
        return "%d people in %.0f s by the clock, %.0f s of our CPU"
                .formatted(
                        met,
                        (System.nanoTime() - begun) / 1e9,
                        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    /** A cursor of PostgreSQL lives in a transaction: without one, it hands over all rows at once. */
    private Connection open() throws SQLException {
        Connection connection = city.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static Iterator<Map<String, Object>> rows(Connection connection, String query) throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.setFetchSize(FETCH);
        String sql = Files.readString(Path.of("config", "source", query + ".changed.sql"))
                .replace(":?", ":");
        return new NamedParameterJdbcTemplate(jdbc)
                .queryForStream(sql, Map.of("since", Timestamp.from(Instant.EPOCH)), new ColumnMapRowMapper())
                .iterator();
    }

    private static int count(Iterator<List<Finding>> findings) {
        int count = 0;
        while (findings.hasNext()) {
            count += findings.next().size();
        }
        return count;
    }
}

package jp.kakehashi.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.kakehashi.command.FictitiousCity;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.source.Extract;
import jp.kakehashi.source.Extracts;
import jp.kakehashi.source.Finding;
import jp.kakehashi.source.QueryRunner;
import jp.kakehashi.source.Source;
import jp.kakehashi.source.TestCity;
import jp.kakehashi.source.TestSource;
import jp.kakehashi.source.Window;
import jp.kakehashi.vault.TestVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The child process of one measurement of the source: {@code SourceMeasured EXTRACT|POLL|WEIGHING|RECONCILIATION SIZE FOLDER}; leaves its figures
 * in {@code FOLDER/figure}.
 */
final class SourceMeasured {

    private static final int BILLS = 4;
    private static final int POLLS = 200;
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));

    private SourceMeasured() {}

    /** Runs what the parent asks for. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[2]);
        int size = Integer.parseInt(arguments[1]);
        Files.writeString(folder.resolve("figure"), figure(arguments[0], size, folder));
    }

    private static String figure(String what, int size, Path folder) throws IOException, SQLException {
        return switch (what) {
            case "EXTRACT" -> extract(size, folder);
            case "POLL" -> poll(size);
            case "WEIGHING" -> ReconciliationMeasured.weighing(size);
            case "RECONCILIATION" -> ReconciliationMeasured.figure(size);
            default -> throw new IllegalArgumentException("nothing is measured by the name of " + what);
        };
    }

    /** Checked, read to be weighed, read and remembered; the case files are not in it. */
    private static String extract(int rows, Path folder) throws IOException, SQLException {
        Path drop = Files.createDirectory(folder.resolve("drop"));
        write(drop, rows);
        TestLedger ledger = TestLedger.h2File(folder.resolve("ledger"));
        // As long as one connection is open, H2 does not close and open its file for every statement.
        try (Connection held = ledger.dataSource().getConnection()) {
            return extract(rows, drop, ledger);
        }
    }

    private static String extract(int rows, Path drop, TestLedger ledger) {
        var vault = TestVault.fresh();
        Extracts extracts = TestSource.extracts(ledger, vault, CLOCK, drop);
        Source source = TestSource.over(ledger, vault, CLOCK);
        long start = cpu();
        Extract extract = extracts.arrived().get(0);
        long checked = cpu();
        int found = count(extract.findings());
        long weighed = cpu();
        Iterator<List<Finding>> findings = extract.findings();
        while (findings.hasNext()) {
            List<Finding> batch = findings.next();
            ledger.transactions().executeWithoutResult(status -> source.remember(batch));
        }
        long taken = cpu();
        if (found != rows / BILLS) {
            throw new IllegalStateException("found " + found);
        }
        return "checked %.1f s, read %.1f s, read and remembered %.1f s"
                .formatted((checked - start) / 1e9, (weighed - checked) / 1e9, (taken - weighed) / 1e9);
    }

    /** A poll with nothing new: asked once, on PostgreSQL; there is nothing to ask for again. */
    private static String poll(int people) throws SQLException {
        DataSource database = TestCity.postgres();
        FictitiousCity.ofAll(1, LocalDate.of(2026, 6, 1), people, people / 1000).build(database);
        JdbcClient.create(database).sql("analyze").update();
        var city = new SingleConnectionDataSource(database.getConnection(), true);
        TestLedger ledger = TestLedger.h2();
        Source source = TestSource.over(ledger, TestVault.fresh(), CLOCK);
        QueryRunner queries = new QueryRunner(city);
        Instant later = Instant.parse("2027-01-01T00:00:00Z");
        long[] nanos = new long[POLLS];
        long begun = System.nanoTime();
        for (int i = 0; i < POLLS; i++) {
            long before = cpu();
            List<Iterator<Map<String, Object>>> answers = queries.changed(new Window(later, later));
            if (count(source.understand(answers.get(0), answers.get(1), answers.get(2))) > 0) {
                throw new IllegalStateException("something is new");
            }
            nanos[i] = cpu() - before;
        }
        long[] warm = Arrays.copyOfRange(nanos, POLLS / 2, POLLS);
        Arrays.sort(warm);
        return "%.2f ms of our CPU, %.2f ms by the clock, the database's work included"
                .formatted(warm[warm.length / 2] / 1e6, (System.nanoTime() - begun) / 1e6 / POLLS);
    }

    private static int count(Iterator<List<Finding>> findings) {
        int count = 0;
        while (findings.hasNext()) {
            count += findings.next().size();
        }
        return count;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void write(Path folder, int rows) throws IOException {
        int people = rows / BILLS;
        try (BufferedWriter cases = Files.newBufferedWriter(folder.resolve("cases.csv"));
                BufferedWriter events = Files.newBufferedWriter(folder.resolve("events.csv"));
                BufferedWriter payments = Files.newBufferedWriter(folder.resolve("payments.csv"))) {
            cases.write("payee_no,notice_no,levy_year,attributable_year,instalment_no,name_roman,name_kanji,birth_date,"
                    + "nationality_region,residence_card_number,register_category,status_of_residence,period_of_stay,"
                    + "resident_state,sex_code,stay_expires_on,resident_state_on,head_changed_on,due_on,limitation_on,"
                    + "card_is_own,head_insured,protected_person,special_circumstances,disputed,instalment_state\n");
            events.write(
                    "payee_no,notice_no,levy_year,attributable_year,instalment_no,event_no,event_kind,language,asset,"
                            + "outcome,happened_on\n");
            payments.write("payee_no,notice_no,levy_year,attributable_year,instalment_no,received_on,posted_on,"
                    + "reversed_on,provisional\n");
            for (int person = 1; person <= people; person++) {
                for (int bill = 1; bill <= BILLS; bill++) {
                    cases.write(("%010d,K1,2025,2025,%d,TESTPERSON ALPHA,,1990-01-05,台湾,ZZ%08dZZ,MID_LONG_TERM,留学,1年3月,"
                                    + "RESIDENT,2,2026-12-01,,,2025-0%d-28,2028-01-01,1,1,0,0,0,UNPAID\n")
                            .formatted(person, bill, person, bill));
                }
                events.write("%010d,,,,,T1,PHONE,EN,,,2025-09-01\n".formatted(person));
                payments.write("%010d,K1,2025,2025,1,2025-09-01,2025-09-14,,0\n".formatted(person));
            }
        }
        Files.writeString(
                folder.resolve("totals.csv"),
                "file,rows,people,extracted_at\ncases,%1$d,%2$d,%3$s\nevents,%2$d,%2$d,%3$s\npayments,%2$d,%2$d,%3$s\n"
                        .formatted(people * BILLS, people, "2026-06-01T05:00:00"));
    }
}

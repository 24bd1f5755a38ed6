package jp.kakehashi.command;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.mailroom.TestMailServer;
import jp.kakehashi.source.CityExtract;
import jp.kakehashi.source.Extracts;
import org.awaitility.Awaitility;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Both offices at work for a test: ward and bureau as two programs that share nothing but a mail server, a fictitious
 * city, four people. What a page would call, a test calls; routes, mail and ledgers are the real ones.
 */
final class OfficeScene extends WardOffice implements AutoCloseable {

    static {
        TestMailServer.prepare();
        // The mail server's own threads complain when a client hangs up; that is no failure of a test.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    final DemoStage stage;
    private final Path folder;

    private OfficeScene(Path folder, DemoStage stage) {
        super(stage::ward, DemoAccounts.in(stage, TODAY));
        this.folder = folder;
        this.stage = stage;
    }

    /** Opens both offices as {@link #openUntested}, where the path needs no test exchange. */
    static OfficeScene open(Path folder, int eligible, Map<String, Object> wards) {
        Map<String, Object> settings = new HashMap<>(wards);
        settings.put("kakehashi.agreements", untested(folder).toString());
        return openUntested(folder, eligible, settings);
    }

    /** Agreements in which ② waits for no test exchange. */
    static Path untested(Path folder) {
        String shipped = System.getProperty("kakehashi.agreements", "config/agreements");
        return TestAgreement.untested(Path.of(shipped), folder.resolve("agreements"));
    }

    /** Opens both offices over a city with so many people who may be provided, and polls it. */
    static OfficeScene openUntested(Path folder, int eligible, Map<String, Object> wards) {
        Agreement agreement = Agreements.load(Path.of("config", "agreements")).only();
        new FictitiousCity(7, TODAY, eligible + 20, eligible).build(city(folder));
        OfficeScene scene = new OfficeScene(folder, DemoStage.set(folder, agreement, MORNING, wards));
        scene.poll();
        return scene;
    }

    /** Opens both offices where the ward's source cannot be asked, and drops an extract of the city as of this time. */
    static OfficeScene openOnExtracts(Path folder, int eligible, LocalDateTime extractedAt) {
        Agreement agreement = Agreements.load(Path.of("config", "agreements")).only();
        new FictitiousCity(7, TODAY, eligible + 20, eligible).build(city(folder));
        Path extracts = folder.resolve("extracts");
        if (!extracts.toFile().mkdirs()) {
            throw new IllegalStateException("no folder for extracts");
        }
        Map<String, Object> wards = Map.of(
                "kakehashi.source.live",
                "false",
                "kakehashi.source.extract.folder",
                extracts.toString(),
                "kakehashi.cadence.extract",
                "200",
                "kakehashi.agreements",
                untested(folder).toString());
        OfficeScene scene = new OfficeScene(folder, DemoStage.set(folder, agreement, MORNING, wards));
        scene.dropExtract(extractedAt);
        return scene;
    }

    /** The batch drops an extract, and it is taken or refused. */
    void dropExtract(LocalDateTime extractedAt) {
        int before = ward(Extracts.class).newest().size();
        new CityExtract(folder.resolve("extracts")).write(city(folder), extractedAt);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ward(Extracts.class).newest().size() > before);
    }

    static DataSource city(Path folder) {
        return new DriverManagerDataSource(DemoStage.sourceUrl(folder), "sa", "");
    }

    /** What happens in the city from now on. */
    FictitiousCityLife life() {
        return new FictitiousCityLife(city(folder), ward(Clock.class));
    }

    <T> T bureau(Class<T> bean) {
        return stage.bureau(bean);
    }

    @Override
    public void close() {
        stage.close();
    }
}

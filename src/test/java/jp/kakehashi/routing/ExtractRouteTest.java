package jp.kakehashi.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import jp.kakehashi.casefile.TestCases;
import jp.kakehashi.command.FictitiousCity;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.source.CityExtract;
import jp.kakehashi.source.Extracts;
import jp.kakehashi.source.Finding;
import jp.kakehashi.source.TestCity;
import jp.kakehashi.source.TestSource;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped route of extract files in a real Camel, with real files. */
class ExtractRouteTest {

    private static final String POLICY = "- routeConfiguration:\n    id: ledger-stage\n";
    private static final LocalDateTime FIVE = LocalDateTime.parse("2026-06-01T05:00:00");

    /** Takes findings in the place of the case files; may fail at first. */
    public static final class Listener {

        private final List<Finding> taken = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean failing;

        public void take(List<Finding> findings) {
            if (failing) {
                failing = false;
                throw new IllegalStateException("the ledger is away");
            }
            taken.addAll(findings);
        }
    }

    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneId.of("Asia/Tokyo"));
    private final TestLedger ledger = TestLedger.h2();
    private final DataSource city = TestCity.h2();
    private final Vault vault = TestVault.fresh();
    private final Listener cases = new Listener();
    private Extracts extracts;
    private CamelContext camel;

    @BeforeEach
    void start() throws Exception {
        new FictitiousCity(1, LocalDate.of(2026, 6, 1), 30, 10).build(city);
        extracts = TestSource.extracts(ledger, vault, clock, folder);
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("extracts", extracts);
        camel.getRegistry().bind("source", TestSource.over(ledger, vault, clock));
        camel.getRegistry().bind("cases", cases);
        camel.getRegistry().bind("brake", TestCases.brakeBean(ledger, vault, clock));
        Properties settings = new Properties();
        settings.setProperty("kakehashi.source.extract.folder", folder.toString());
        settings.setProperty("kakehashi.cadence.extract", "100");
        camel.getPropertiesComponent().setInitialProperties(settings);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(
                        ResourceHelper.fromString("policy.camel.yaml", POLICY),
                        ResourceHelper.resolveResource(camel, "file:routes/ward/13-extract.camel.yaml"));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void anExtractIsTakenAndErased() {
        new CityExtract(folder).write(city, FIVE);

        await().until(() -> !extracts.newest().isEmpty());

        assertThat(extracts.newest().get(0).imported()).isTrue();
        assertThat(cases.taken).hasSizeBetween(10, 30).allMatch(finding -> finding instanceof Finding.New);
        await().untilAsserted(() -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void anExtractThatCouldNotBeTakenIsTakenAtTheNextTurn() {
        cases.failing = true;
        new CityExtract(folder).write(city, FIVE);

        await().atMost(Duration.ofSeconds(20)).until(() -> !extracts.newest().isEmpty());

        assertThat(extracts.newest().get(0).imported()).isTrue();
        assertThat(cases.taken).hasSizeBetween(10, 30);
    }
}

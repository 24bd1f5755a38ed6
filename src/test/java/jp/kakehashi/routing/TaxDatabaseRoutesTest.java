package jp.kakehashi.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import jp.kakehashi.casefile.TestCases;
import jp.kakehashi.command.FictitiousCity;
import jp.kakehashi.command.FictitiousCityLife;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Finding;
import jp.kakehashi.source.Hold;
import jp.kakehashi.source.Holds;
import jp.kakehashi.source.Source;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shipped routes to the tax database in a real Camel, with a real database behind them. */
abstract class TaxDatabaseRoutesTest {

    private static final Instant MORNING = Instant.parse("2026-06-01T00:00:00Z");
    private static final String POLICY = "- routeConfiguration:\n    id: ledger-stage\n";

    /** Takes findings in the place of the case files; may be told to fail. */
    public static final class Listener {

        private final List<Finding> taken = Collections.synchronizedList(new ArrayList<>());
        private boolean failing;

        public void take(List<Finding> findings) {
            if (failing) {
                throw new IllegalStateException("the ledger is away");
            }
            taken.addAll(findings);
        }
    }

    private final DataSource city = city();
    private final TestLedger ledger = TestLedger.h2();
    private final Vault vault = TestVault.fresh();
    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneId.of("Asia/Tokyo"));
    private final Source source = TestSource.over(ledger, vault, clock);
    private final Listener cases = new Listener();
    private CamelContext camel;

    abstract DataSource city();

    @BeforeEach
    void start() throws Exception {
        new FictitiousCity(1, LocalDate.of(2026, 6, 1), 30, 12).build(city);
        camel = new DefaultCamelContext();
        camel.getPropertiesComponent().addInitialProperty("kakehashi.source.queries", "config/source");
        camel.getRegistry().bind("taxDatabase", city);
        camel.getRegistry().bind("source", source);
        camel.getRegistry().bind("cases", cases);
        camel.getRegistry().bind("brake", TestCases.brakeBean(ledger, vault, clock));
        camel.getRegistry().bind("holds", TestSource.holds(ledger, vault, clock));
        var loader = PluginHelper.getRoutesLoader(camel);
        loader.loadRoutes(
                ResourceHelper.fromString("policy.camel.yaml", POLICY),
                ResourceHelper.resolveResource(camel, "file:routes/ward/10-poll.camel.yaml"),
                ResourceHelper.resolveResource(camel, "file:routes/ward/11-ask.camel.yaml"),
                ResourceHelper.resolveResource(camel, "file:routes/ward/14-reconcile.camel.yaml"),
                ResourceHelper.resolveResource(camel, "file:routes/ward/15-take.camel.yaml"),
                ResourceHelper.resolveResource(camel, "file:routes/ward/16-changed.camel.yaml"));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aPollHandsEveryFindingToTheCaseFilesAndMovesTheWatermark() {
        poll();

        assertThat(cases.taken).hasSizeBetween(10, 30).allMatch(finding -> finding instanceof Finding.New);
        assertThat(ledger.jdbc()
                        .sql("select count(*) from source_person")
                        .query(Integer.class)
                        .single())
                .isEqualTo(cases.taken.size());
        assertThat(source.window().since()).isEqualTo(MORNING.minusSeconds(3600));
    }

    @Test
    void theNextPollHearsOnlyOfWhoChanged() {
        poll();
        cases.taken.clear();

        life().isSentADemand("9000000001");
        poll();

        assertThat(cases.taken).singleElement().isInstanceOf(Finding.Changed.class);
    }

    @Test
    void aPollThatCannotBeTakenLeavesTheWatermarkWhereItWas() {
        cases.failing = true;

        assertThatThrownBy(this::poll).hasRootCauseMessage("the ledger is away");

        assertThat(source.window().since()).isEqualTo(Instant.EPOCH);
        cases.failing = false;
        poll();
        assertThat(cases.taken).hasSizeBetween(10, 30);
    }

    @Test
    void aReconciliationHearsOfEveryoneAndOfWhoHasVanished() {
        poll();
        int known = cases.taken.size();
        cases.taken.clear();
        now.set(MORNING.plusSeconds(60));
        forget("9000000001");

        send("direct:ward-14-reconcile", null);

        assertThat(cases.taken).hasSize(known);
        assertThat(cases.taken.subList(0, known - 1)).allMatch(finding -> finding instanceof Finding.Unchanged);
        assertThat(cases.taken.get(known - 1)).isInstanceOf(Finding.Gone.class);
    }

    @Test
    void aReadingInWhichManyAreMissingIsHeldAndTakenOnceReleased() {
        poll();
        int known = cases.taken.size();
        cases.taken.clear();
        now.set(MORNING.plusSeconds(60));
        for (int person = 1; person <= 10; person++) {
            forget("90000000%02d".formatted(person));
        }

        send("direct:ward-14-reconcile", null);

        Holds holds = TestSource.holds(ledger, vault, clock);
        assertThat(cases.taken).isEmpty();
        Hold held = holds.open().orElseThrow();
        assertThat(held.weight().vanished()).isEqualTo(10);
        holds.release(held.id(), "架空の理由", new Actor("manager", "架空　太郎", "課長", "PRIVACY_MANAGER"));
        send("direct:ward-15-take", holds.toReadAgain().get(0));
        assertThat(cases.taken)
                .hasSize(known)
                .filteredOn(Finding.Gone.class::isInstance)
                .hasSize(10);
        assertThat(holds.open()).isEmpty();
    }

    @Test
    void onePersonIsAskedAbout() {
        ask("9000000001");

        assertThat(cases.taken)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.New.class,
                        found -> assertThat(found.facts().payeeNo()).isEqualTo("9000000001"));
    }

    @Test
    void aPersonTheSourceDoesNotKnowIsGone() {
        ask("0000000000");

        assertThat(cases.taken).singleElement().isInstanceOf(Finding.Gone.class);
    }

    @Test
    void connectionsAreGivenBack() {
        for (int i = 0; i < 5; i++) {
            ask("9000000001");
        }
        JdbcClient.create(city).sql("drop table shuno").update();

        assertThatThrownBy(this::poll).isNotNull();
    }

    /** The database no longer knows of any instalment of this person. */
    private void forget(String payeeNo) {
        JdbcClient.create(city)
                .sql("update kibetsu set taino = 0 where tsuchisho_no in"
                        + " (select tsuchisho_no from fuka where gimusha_atena_no = :payee)")
                .param("payee", payeeNo)
                .update();
    }

    private FictitiousCityLife life() {
        return new FictitiousCityLife(city, Clock.fixed(MORNING, ZoneId.of("Asia/Tokyo")));
    }

    private void poll() {
        send("direct:ward-10-poll", null);
    }

    private void ask(String payeeNo) {
        send("direct:ward-11-ask", payeeNo);
    }

    private void send(String route, Object body) {
        try (var template = camel.createProducerTemplate()) {
            template.sendBody(route, body);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

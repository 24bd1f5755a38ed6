package jp.kakehashi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.command.FictitiousCity;
import jp.kakehashi.command.FictitiousCityLife;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.source.Finding;
import jp.kakehashi.source.Holds;
import jp.kakehashi.source.QueryRunner;
import jp.kakehashi.source.Source;
import jp.kakehashi.source.TestCity;
import jp.kakehashi.source.TestSource;
import jp.kakehashi.source.Window;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office for one test: a ledger, a fictitious city, a morning, and what its officers do. */
final class TestOffice {

    static final Actor OFFICER = new Actor("officer", "架空　係員", "滞納対策課担当者", "取扱者");

    static final Actor MANAGER = new Actor("chief", "架空　課長", "滞納対策課長", "PRIVACY_MANAGER");

    static final String WHY_NOT_SUSPENDED = "架空の内部理由：就労収入があり、執行停止の要件に当たらない。";

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    final TestLedger ledger;
    final DataSource city = TestCity.h2();
    final Vault vault = TestVault.fresh();
    private final QueryRunner queries = new QueryRunner(city);
    private Instant now = Instant.parse("2026-06-01T00:00:00Z");

    TestOffice(TestLedger ledger, int people, int eligible) {
        this.ledger = ledger;
        new FictitiousCity(1, LocalDate.of(2026, 6, 1), people, eligible).build(city);
    }

    Cases cases() {
        return TestCases.over(ledger, vault, clock());
    }

    Assignments assignments() {
        return TestCases.assignments(ledger, vault, clock());
    }

    PaymentReceipts receipts() {
        return TestCases.receipts(ledger, vault, clock());
    }

    FictitiousCityLife life() {
        return new FictitiousCityLife(city, clock());
    }

    Instant now() {
        return now;
    }

    void later(Duration later) {
        now = now.plus(later);
    }

    boolean poll() {
        return read(source().window());
    }

    boolean reconcile() {
        return read(source().everything());
    }

    /** Reads as the route does: weighs, and takes what may be taken. */
    boolean read(Window window) {
        if (brake().admit(window, found(window)).isEmpty()) {
            return false;
        }
        found(window).forEachRemaining(this::take);
        source().vanished(window).forEachRemaining(this::take);
        holds().taken(window);
        source().advance(window);
        return true;
    }

    Brake brake() {
        return TestCases.brake(ledger, vault, clock());
    }

    Holds holds() {
        return TestSource.holds(ledger, vault, clock());
    }

    /** Everyone who may be provided is, in one shipment. */
    List<UUID> provideAll(String controlNumber) {
        List<UUID> all = confirmAll();
        cases().enclosed(all, controlNumber);
        cases().provided(all, controlNumber);
        return all;
    }

    /** 宛名番号 of everyone in a shipment. */
    List<String> payees(String controlNumber) {
        return cases().payees(ledger.jdbc()
                .sql("select case_id from case_enclosure where control_number = :number order by case_id")
                .param("number", controlNumber)
                .query(UUID.class)
                .list());
    }

    private Iterator<List<Finding>> found(Window window) {
        List<Iterator<Map<String, Object>>> answers = queries.changed(window);
        return source().understand(answers.get(0), answers.get(1), answers.get(2));
    }

    private void take(List<Finding> findings) {
        cases().take(findings);
        source().remember(findings);
    }

    void ask(String payeeNo) {
        List<Finding> found = queries.about(source(), payeeNo);
        cases().take(found);
        source().remember(found);
    }

    List<List<Finding>> findings() {
        List<List<Finding>> all = new ArrayList<>();
        queries.findings(source()).forEachRemaining(all::add);
        return all;
    }

    List<UUID> confirmAll() {
        List<CaseView> candidates = cases().in(CaseState.CANDIDATE, OFFICER);
        List<NotConfirmed> refused = cases().confirm(
                        candidates.stream().map(TestOffice::confirmation).toList(), OFFICER);
        if (!refused.isEmpty()) {
            throw new AssertionError(refused.toString());
        }
        return candidates.stream().map(CaseView::id).toList();
    }

    static Confirmation confirmation(CaseView view) {
        return new Confirmation(
                view.id(),
                view.factsDigest(),
                view.cells().get(Item.EXHAUSTION_REASON),
                WHY_NOT_SUSPENDED,
                nothingApplies());
    }

    static Map<Proviso, Boolean> nothingApplies() {
        return Stream.of(Proviso.values()).collect(Collectors.toMap(proviso -> proviso, proviso -> false));
    }

    Source source() {
        return TestSource.over(ledger, vault, clock());
    }

    private Clock clock() {
        return Clock.fixed(now, TOKYO);
    }

    /** Whatever happens in the city happens in its tables. */
    void change(String sql) {
        JdbcClient.create(city).sql(sql).update();
    }

    UUID onlyCase() {
        return ledger.jdbc().sql("select id from case_file").query(UUID.class).single();
    }

    CaseView onlyCandidate() {
        List<CaseView> candidates = cases().in(CaseState.CANDIDATE, OFFICER);
        assertThat(candidates).hasSize(1);
        return candidates.get(0);
    }

    CaseState state(UUID id) {
        return cases().show(id, OFFICER).state();
    }

    /** The entries of the chain; the first line of an export is its heading. */
    List<String> chain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Chain chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, Clock.systemUTC());
        ledger.transactions().executeWithoutResult(status -> chain.export(out));
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}

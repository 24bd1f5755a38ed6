package jp.kakehashi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.kakehashi.command.FictitiousCity;
import jp.kakehashi.command.FictitiousCityLife;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the source understands of a real city by the shipped queries; ledger and city are of one product each. */
abstract class SourceTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final int PEOPLE = 40;

    private final TestLedger ledger = ledger();
    private final DataSource city = city();
    private final Vault vault = TestVault.fresh();
    private final QueryRunner queries = new QueryRunner(city);
    private final Source source = at(NOW);

    abstract TestLedger ledger();

    abstract DataSource city();

    @BeforeEach
    void build() {
        new FictitiousCity(1, LocalDate.of(2026, 6, 1), PEOPLE, 5).build(city);
    }

    @Test
    void everyoneInArrearsIsNewTheFirstTime() {
        List<Finding> findings = findings(source);

        assertThat(findings).hasSize(owing()).allMatch(finding -> finding instanceof Finding.New);
        assertThat(findings.stream().map(Finding::personKey)).doesNotHaveDuplicates();
    }

    @Test
    void aPollRepeatedFindsNothingNew() {
        source.remember(findings(source));

        assertThat(findings(source)).hasSize(owing()).allMatch(finding -> finding instanceof Finding.Unchanged);
    }

    @Test
    void afterTheWatermarkOnlyTheChangedAreRead() {
        poll(source);
        Source later = at(NOW.plus(Duration.ofDays(1)));
        String payee = anyone();
        life(NOW.plus(Duration.ofHours(23))).isSentADemand(payee);

        List<Finding> findings = findings(later);

        assertThat(findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Changed.class,
                        changed -> assertThat(changed.facts().payeeNo()).isEqualTo(payee));
    }

    @Test
    void aPollThatStoppedHalfwayFindsTheRestAgain() {
        source.remember(findings(source).subList(0, 1));

        assertThat(findings(source))
                .filteredOn(finding -> finding instanceof Finding.New)
                .hasSize(owing() - 1);
    }

    @Test
    void whoPaidEverythingIsSettled() {
        poll(source);
        String payee = anyone();
        life(NOW.plus(Duration.ofHours(23))).paysAll(payee);

        assertThat(findings(at(NOW.plus(Duration.ofDays(1)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Settled.class,
                        settled -> assertThat(settled.facts().payments()).isNotEmpty());
    }

    @Test
    void oneNightlyReadingOfEverythingFindsWhatOnlyTimeHasChanged() {
        poll(source);
        List<Iterator<Map<String, Object>>> answers = queries.changed(source.everything());

        assertThat(source.understand(answers.get(0), answers.get(1), answers.get(2)))
                .toIterable()
                .flatExtracting(batch -> batch)
                .hasSize(owing())
                .allMatch(finding -> finding instanceof Finding.Unchanged);
    }

    @Test
    void onePersonIsAskedAboutWithTheSameFacts() {
        Facts polled = ((Finding.New) findings(source).get(0)).facts();

        List<Finding> asked = queries.about(source, polled.payeeNo());

        assertThat(asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.New.class,
                        found -> assertThat(found.facts().digest()).isEqualTo(polled.digest()));
    }

    @Test
    void aPersonOfWhomNothingIsKnownIsGone() {
        assertThat(queries.about(source, "0000000000"))
                .containsExactly(new Finding.Gone(vault.digest("person", "0000000000"), NOW));
    }

    @Test
    void aValueThatDoesNotFitIsNamedWithoutBeingQuoted() {
        String payee = anyone();
        JdbcClient.create(city)
                .sql("update keika set keika_code = 'SECRET_VALUE' where atena_no = :payee")
                .param("payee", payee)
                .update();

        List<Finding> unreadable = findings(source).stream()
                .filter(finding -> finding instanceof Finding.Unreadable)
                .toList();

        assertThat(unreadable)
                .containsExactly(new Finding.Unreadable(vault.digest("person", payee), NOW, "events", "event_kind"));
        assertThat(unreadable.toString()).doesNotContain("SECRET_VALUE").doesNotContain(payee);
    }

    @Test
    void oneUnreadablePersonHidesNobodyElse() {
        JdbcClient.create(city)
                .sql(
                        "update kibetsu set jotai = 0, nokigen = date '2024-07-01', jiko_kansei_bi = null where tsuchisho_no = 'K' || :payee")
                .param("payee", anyone())
                .update();
        JdbcClient.create(city)
                .sql("update atena set jumin_jotai = 8 where atena_no = :payee")
                .param("payee", anyone())
                .update();

        assertThat(findings(source))
                .hasSize(owing())
                .filteredOn(finding -> finding instanceof Finding.New)
                .hasSize(owing() - 1);
    }

    @Test
    void aResultWithoutAColumnStopsThePoll() {
        List<Map<String, Object>> cases = rows(queries.person(anyone()).get(0));
        cases.forEach(row -> row.keySet().removeIf(column -> column.equalsIgnoreCase("due_on")));

        assertThatThrownBy(() ->
                        source.understand(cases.iterator(), none(), none()).hasNext())
                .isInstanceOf(SourceException.class)
                .hasMessage("query cases: the result has no column due_on");
    }

    @Test
    void aResultOutOfOrderStopsThePoll() {
        List<Map<String, Object>> cases =
                new ArrayList<>(rows(queries.person("9000000002").get(0)));
        cases.addAll(rows(queries.person("9000000001").get(0)));

        assertThatThrownBy(() ->
                        source.understand(cases.iterator(), none(), none()).forEachRemaining(finding -> {}))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("query cases: the result is not sorted by payee_no");
    }

    @Test
    @OfficeRule("extract-erased")
    void theLedgerHoldsNothingOfThePeopleButKeyedDigests() {
        poll(source);

        assertThat(ledger.jdbc().sql("select * from source_person").query().listOfRows())
                .hasSize(owing())
                .allSatisfy(row -> assertThat(row.keySet())
                        .containsExactlyInAnyOrder("person_key", "facts_digest", "seen_at", "vanished_at"))
                .allSatisfy(row -> assertThat(List.of(row.get("person_key"), row.get("facts_digest")))
                        .allMatch(value -> value.toString().matches("[0-9a-f]{64}")));
    }

    private void poll(Source polled) {
        Window window = polled.window();
        polled.remember(findings(polled));
        polled.advance(window);
    }

    private List<Finding> findings(Source asked) {
        List<Finding> findings = new ArrayList<>();
        queries.findings(asked).forEachRemaining(findings::addAll);
        return findings;
    }

    private Source at(Instant now) {
        return TestSource.over(ledger, vault, Clock.fixed(now, ZoneId.of("Asia/Tokyo")));
    }

    private FictitiousCityLife life(Instant now) {
        return new FictitiousCityLife(city, Clock.fixed(now, ZoneId.of("Asia/Tokyo")));
    }

    private int owing() {
        return JdbcClient.create(city).sql("""
                        select count(distinct gimusha_atena_no) from fuka f
                        join kibetsu k on k.fuka_nendo = f.fuka_nendo and k.tsuchisho_no = f.tsuchisho_no
                        where k.shuno_gaku < k.chotei_gaku and k.jotai in (0, 4, 5) and k.tokusoku_bi is not null
                          and coalesce(k.jiko_kansei_bi, date '9999-12-31') > date '2026-06-01'
                        """).query(Integer.class).single();
    }

    private String anyone() {
        return "9000000001";
    }

    private static Iterator<Map<String, Object>> none() {
        return List.<Map<String, Object>>of().iterator();
    }

    private static List<Map<String, Object>> rows(Iterator<Map<String, Object>> result) {
        List<Map<String, Object>> rows = new ArrayList<>();
        result.forEachRemaining(row -> rows.add(new HashMap<>(row)));
        return rows;
    }
}

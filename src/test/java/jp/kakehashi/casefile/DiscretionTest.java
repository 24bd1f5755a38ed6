package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestOffice.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of a person, what is shown to whom, and what the chain tells of it; each kind of ledger inherits it. */
abstract class DiscretionTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String NUMBER = "R8-001";

    abstract TestLedger ledger();

    @Test
    @OfficeRule("exclusions-minimum")
    void ofAnExcludedPersonNothingIsKeptButCodesAndDates() {
        TestOffice office = new TestOffice(ledger(), 20, 0);

        office.poll();

        assertThat(office.ledger
                        .jdbc()
                        .sql("select facts, reason_text, confirmed_facts from case_file")
                        .query()
                        .listOfRows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.values()).containsOnlyNulls());
    }

    @Test
    void noPersonalDataStandsInTheLedgerInPlain() {
        TestOffice office = new TestOffice(ledger(), 5, 5);
        office.poll();
        office.confirmAll();

        office.ledger
                .jdbc()
                .sql("select facts from case_file")
                .query(byte[].class)
                .list()
                .forEach(facts -> assertThat(new String(facts, StandardCharsets.ISO_8859_1))
                        .doesNotContain("ZZ0000", "nameRoman"));
        assertThat(office.chain()).noneMatch(line -> line.contains("ZZ0000") || line.contains("TESTPERSON"));
    }

    @Test
    @OfficeRule("protected-nowhere")
    void aProtectedPersonStandsInNoListAndShowsNoOtherReason() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        JdbcClient.create(office.city).sql("update atena set shien_sochi = 1").update();
        JdbcClient.create(office.city).sql("delete from zairyu_card").update();
        office.poll();

        assertThat(office.cases().in(CaseState.EXCLUDED, OFFICER)).isEmpty();
        assertThat(office.cases().show(office.onlyCase(), OFFICER).exclusions()).containsExactly("対象外（要配慮）");
    }

    @Test
    void aConfidentialReasonIsToldToTheManagerOnlyAndStandsInNoHistory() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.change("update atena set tokubetsu_jijo = 1");
        office.poll();

        assertThat(office.cases().in(CaseState.EXCLUDED, OFFICER))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.exclusions()).containsExactly("対象外（要配慮）");
                    assertThat(view.cells()).isEmpty();
                    assertThat(office.cases()
                                    .show(view.id(), TestOffice.MANAGER)
                                    .exclusions())
                            .containsExactly("特別の事情あり");
                    assertThat(office.cases().show(view.id(), OFFICER).history())
                            .extracting(CaseEvent::why)
                            .containsExactly("CONFIDENTIAL");
                });
        assertThat(office.chain()).noneMatch(line -> line.contains("SPECIAL_CIRCUMSTANCES"));
    }

    @Test
    void whoIsProtectedAfterProvisionStandsInNoListAndIsShownToTheManagerOnly() {
        TestOffice office = provided();
        office.later(A_DAY);
        office.change("update atena set shien_sochi = 1");
        office.ask("9000000001");
        UUID id = office.onlyCase();

        assertThat(office.cases().in(CaseState.WITHDRAWAL_DUE, TestOffice.MANAGER))
                .isEmpty();
        assertThat(office.cases().show(id, OFFICER).cells()).isEmpty();
        assertThat(office.cases().show(id, TestOffice.MANAGER).exclusions()).containsExactly("支援措置等");
    }

    @Test
    @OfficeRule("payer-foreign")
    void theNumberOfARelativesCardIsNotTakenIn() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.change("update zairyu_card set meigi_atena_no = '8000000001'");

        office.poll();

        assertThat(office.cases().in(CaseState.EXCLUDED, OFFICER))
                .singleElement()
                .satisfies(view -> assertThat(view.exclusions()).containsExactly("在留カード番号なし"));
        assertThat(office.cases().personsWithCard("ZZ00000001ZZ")).isEmpty();
    }

    @Test
    void invariant8_everyActAndEveryLookIsInTheChain() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().show(cases.get(0), OFFICER);
        office.cases().enclosed(cases, NUMBER);
        office.cases().provided(cases, NUMBER);

        assertThat(office.chain()).hasSize(6);
        assertThat(String.join("\n", office.chain()))
                .containsSubsequence(
                        "case-moved",
                        "CANDIDATE",
                        "cases-listed",
                        "case-moved",
                        "READY",
                        "case-viewed",
                        "case-enclosed",
                        "case-moved",
                        "PROVIDED");
    }

    @Test
    void invariant8_anActThatFailsLeavesNoEntry() {
        TestOffice office = new TestOffice(ledger(), 2, 2);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases.subList(1, 2), NUMBER);
        List<String> before = office.chain();

        assertThatThrownBy(() -> office.cases().enclosed(cases, "R8-002")).isInstanceOf(IllegalStateException.class);

        assertThat(office.chain()).isEqualTo(before);
    }

    private TestOffice provided() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases, NUMBER);
        office.cases().provided(cases, NUMBER);
        return office;
    }
}

package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestOffice.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.ledger.TestLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a case; each kind of ledger inherits it. */
abstract class CasesTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String NUMBER = "R8-001";

    abstract TestLedger ledger();

    @Test
    void exactlyWhoPassesEveryRuleIsACandidate() {
        TestOffice office = new TestOffice(ledger(), 150, 20);

        office.poll();

        Counts counts = office.cases().counts();
        assertThat(counts.byState()).containsEntry(CaseState.CANDIDATE, 20);
        assertThat(counts.byReason().keySet())
                .containsAll(EnumSet.complementOf(
                        EnumSet.of(Reason.NO_ARREARS, Reason.TIME_BARRED, Reason.FACTS_CHANGED, Reason.RECEIPT_SEEN)));
    }

    @Test
    void aPreviewCountsTheSameAndWritesNothing() {
        TestOffice office = new TestOffice(ledger(), 40, 5);

        Counts preview = office.cases().preview(office.findings().iterator());

        assertThat(office.cases().counts().byState()).isEmpty();
        office.poll();
        assertThat(preview.byState().get(CaseState.CANDIDATE)).isGreaterThanOrEqualTo(5);
        assertThat(preview.byReason()).containsKey(Reason.PAYER_NOT_FOREIGN);
    }

    @Test
    void aPollRepeatedWritesNothingNew() {
        TestOffice office = new TestOffice(ledger(), 20, 5);
        office.poll();
        List<String> chain = office.chain();

        office.poll();

        assertThat(office.chain()).isEqualTo(chain);
    }

    @Test
    void invariant1_aRowHasTheTenItemsAndNothingElse() {
        TestOffice office = new TestOffice(ledger(), 5, 5);
        office.poll();
        office.confirmAll();

        List<Row> rows = office.cases().ready();

        assertThat(rows).hasSize(5).allSatisfy(row -> {
            assertThat(row.cells().keySet())
                    .containsExactlyElementsOf(TestAgreement.demo().items())
                    .hasSize(10);
            assertThat(row.cells().values()).noneMatch(cell -> cell.contains(row.payeeNo()));
            assertThat(row.cells().get(Item.EXHAUSTION_REASON))
                    .contains("が未納である。", "督促状")
                    .doesNotContain("円");
        });
    }

    @Test
    void rowsStandInTheOrderOfExpiry() {
        TestOffice office = new TestOffice(ledger(), 6, 6);
        office.poll();
        office.confirmAll();

        List<String> expiries = office.cases().ready().stream()
                .map(row -> row.cells().get(Item.STAY_EXPIRES_ON))
                .map(expiry -> expiry.isEmpty() ? "無期限" : expiry)
                .toList();

        assertThat(expiries).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void invariant6_whoPaidSinceTheQuestionNoLongerBelongs() {
        TestOffice office = new TestOffice(ledger(), 2, 2);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases, NUMBER);
        List<String> payees = office.cases().payees(cases);
        office.later(A_DAY);
        Instant asked = office.now();
        office.life().paysAtACounter(payees.get(0));

        payees.forEach(office::ask);

        Map<UUID, Standing> standings = office.cases().standings(cases, asked);
        assertThat(standings.get(cases.get(0)))
                .isEqualTo(new Standing.NoLonger(List.of(Reason.RECENT_PAYMENT_OR_UNPOSTED)));
        assertThat(standings.get(cases.get(1))).isEqualTo(new Standing.Belongs(asked));
        office.cases().notProvided(cases.subList(0, 1), NUMBER);
        assertThat(office.state(cases.get(0))).isEqualTo(CaseState.EXCLUDED);
        assertThat(office.cases().show(cases.get(0), OFFICER).cells()).isEmpty();
    }

    @Test
    void invariant6_whoWasNotAskedAboutIsNotKnownToBelong() {
        TestOffice office = new TestOffice(ledger(), 2, 2);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.later(A_DAY);

        assertThat(office.cases().standings(cases, office.now())).isEmpty();
    }

    @Test
    void invariant6_whoPaidEverythingIsOutAtOnce() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.later(A_DAY);
        office.life().paysAll("9000000001");

        office.ask("9000000001");

        assertThat(office.cases().ready()).isEmpty();
        assertThat(((Standing.NoLonger)
                                office.cases().standings(cases, office.now()).get(cases.get(0)))
                        .reasons())
                .contains(Reason.NO_ARREARS);
    }

    @Test
    void aCaseIsInOneShipmentAtATime() {
        TestOffice office = new TestOffice(ledger(), 2, 2);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases.subList(0, 1), NUMBER);
        office.cases().enclosed(cases.subList(0, 1), NUMBER);

        assertThat(office.cases().ready()).extracting(Row::caseId).containsExactly(cases.get(1));
        assertThatThrownBy(() -> office.cases().enclosed(List.of(cases.get(1), cases.get(0)), "R8-002"))
                .hasMessageContaining(cases.get(0).toString())
                .hasMessageContaining(NUMBER);
        assertThat(office.cases().ready()).extracting(Row::caseId).containsExactly(cases.get(1));
    }

    @Test
    void aPostedCaseIsProvidedAndReadyAgainOnlyByWord() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases, NUMBER);

        office.cases().provided(cases, NUMBER);
        office.cases().provided(cases, NUMBER);
        assertThat(office.state(cases.get(0))).isEqualTo(CaseState.PROVIDED);
        assertThat(office.cases().ready()).isEmpty();

        office.cases().notProvided(cases, NUMBER);
        office.cases().notProvided(cases, NUMBER);
        assertThat(office.cases().ready()).extracting(Row::caseId).isEqualTo(cases);
    }

    @Test
    void whoPaysAfterProvidingMakesADutyThatAgeingKeepsVisible() {
        TestOffice office = provided();
        office.later(A_DAY);
        office.life().paysAll("9000000001");

        office.poll();

        assertThat(office.cases().counts().byState()).containsEntry(CaseState.RESOLUTION_DUE, 1);
    }

    @Test
    void aPaymentNotPostedYetMakesNoDuty() {
        TestOffice office = provided();
        office.later(A_DAY);
        office.life().paysAtACounter("9000000001");

        office.poll();

        assertThat(office.cases().counts().byState()).containsEntry(CaseState.PROVIDED, 1);
    }

    @Test
    void whoBecomesAPermanentResidentAfterProvidingIsToBeWithdrawn() {
        TestOffice office = provided();
        office.later(A_DAY);
        office.life().becomesPermanentResident("9000000001");

        office.poll();

        assertThat(office.cases().counts().byState()).containsEntry(CaseState.WITHDRAWAL_DUE, 1);
    }

    @Test
    void whoStopsBelongingBetweenLastCheckAndPostingIsProvidedAndOwedAMessage() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases, NUMBER);
        office.later(A_DAY);
        office.life().becomesPermanentResident("9000000001");
        office.poll();

        office.cases().provided(cases, NUMBER);

        assertThat(office.state(cases.get(0))).isEqualTo(CaseState.WITHDRAWAL_DUE);
    }

    @Test
    void aPersonHasOneOpenCase() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();

        assertThatThrownBy(() -> office.ledger
                        .jdbc()
                        .sql("""
                                insert into case_file (id, person_key, open_key, state, as_of, opened_at)
                                select :id, person_key, open_key, state, as_of, opened_at from case_file
                                """)
                        .param("id", UUID.randomUUID())
                        .update())
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    void oneCardNumberOnTwoPersonsBlocksBoth() {
        TestOffice office = new TestOffice(ledger(), 2, 2);
        JdbcClient.create(office.city)
                .sql("update zairyu_card set card_no = 'ZZ00000001ZZ' where shikko_bi is null")
                .update();

        office.poll();

        assertThat(office.cases().in(CaseState.EXCLUDED, OFFICER))
                .hasSize(2)
                .allSatisfy(view -> assertThat(view.exclusions()).containsExactly("登録内容の不備（同じ在留カード番号が別の人にもあります）"));
    }

    @Test
    void anUnreadableRowExcludesThePersonAndNamesTheColumn() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        JdbcClient.create(office.city).sql("update atena set jumin_jotai = 8").update();

        office.poll();

        assertThat(office.cases().in(CaseState.EXCLUDED, OFFICER))
                .singleElement()
                .satisfies(view -> assertThat(view.exclusions()).containsExactly("登録内容の不備（cases.resident_state）"));
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

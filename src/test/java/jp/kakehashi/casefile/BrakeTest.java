package jp.kakehashi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Finding;
import jp.kakehashi.source.Hold;
import jp.kakehashi.source.Weight;
import jp.kakehashi.source.Window;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is held for a person and what is not, and what a night without any change brings. */
class BrakeTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Actor CHIEF = new Actor("manager", "架空　太郎", "滞納対策課長", "PRIVACY_MANAGER");
    private static final int PROVIDED = 30;

    private final TestLedger ledger = TestLedger.h2();
    private final TestOffice office = new TestOffice(ledger, 60, PROVIDED);

    @Test
    void fewPaymentsPass() {
        provided();
        pay(9);

        assertThat(office.poll()).isTrue();

        assertThat(due()).isEqualTo(9);
        assertThat(office.holds().open()).isEmpty();
    }

    @Test
    void aPollThatFindsNothingIsNotReadAgain() {
        assertThat(office.brake()
                        .admit(
                                new Window(office.now(), office.now()),
                                List.<List<Finding>>of().iterator()))
                .isEmpty();

        assertThat(office.holds().open()).isEmpty();
    }

    @Test
    @OfficeRule("brake")
    void moreThanTheAgreedShareOfEndingProvisionsIsHeldAsAWhole() {
        provided();
        pay(10);

        assertThat(office.poll()).isFalse();

        assertThat(due()).isZero();
        Weight weight = held().weight();
        assertThat(weight.provisions()).isEqualTo(PROVIDED);
        assertThat(weight.ending()).isEqualTo(10);
        assertThat(verbs()).endsWith("reading-held");
    }

    @Test
    void aHeldReadingIsHeldOnceAndHidesNothingThatComesLater() {
        provided();
        pay(10);
        office.poll();
        Hold first = held();

        office.poll();

        assertThat(held().id()).isEqualTo(first.id());
        assertThat(verbs()).filteredOn("reading-held"::equals).hasSize(1);
    }

    @Test
    void whatANamedPersonReleasesIsTakenAndNoMore() {
        provided();
        pay(12);
        office.poll();

        assertThat(office.holds().release(held().id(), "口座振替の一括反映を確認", CHIEF)).isTrue();
        assertThat(office.read(office.holds().toReadAgain().get(0))).isTrue();

        assertThat(due()).isEqualTo(12);
        assertThat(office.holds().open()).isEmpty();
        assertThat(verbs()).contains("reading-released").endsWith("reading-taken");
        assertThat(office.holds().newest())
                .singleElement()
                .satisfies(hold -> assertThat(hold.decidedBy()).contains("manager"));
    }

    @Test
    void whatGrewBeyondTheReleaseByAnotherMassWaitsAgain() {
        provided();
        pay(10);
        office.poll();
        office.holds().release(held().id(), "架空の理由", CHIEF);
        pay(20);

        assertThat(office.poll()).isFalse();

        assertThat(held().state()).isEqualTo(Hold.State.HELD);
        assertThat(held().weight().ending()).isEqualTo(20);
        assertThat(due()).isZero();
    }

    @Test
    void whatIsDiscardedIsNotTakenAndTheNextPollIsWeighedAnew() {
        provided();
        pay(10);
        office.poll();
        Hold discarded = held();

        assertThat(office.holds().discard(discarded.id(), "取込み元の誤り", CHIEF)).isTrue();
        assertThat(office.holds().release(discarded.id(), "遅い", CHIEF)).isFalse();

        assertThat(office.poll()).isFalse();
        assertThat(held().id()).isNotEqualTo(discarded.id());
        assertThat(due()).isZero();
    }

    @Test
    void aSourceThatIsMendedEndsTheHold() {
        provided();
        lose(20);
        assertThat(office.reconcile()).isFalse();

        find();

        assertThat(office.reconcile()).isTrue();
        assertThat(office.holds().open()).isEmpty();
    }

    @Test
    @OfficeRule("brake")
    void aSourceThatShrinksIsHeldAndNobodyIsMoved() {
        provided();
        Map<CaseState, Integer> before = office.cases().counts().byState();
        lose(20);

        assertThat(office.reconcile()).isFalse();

        assertThat(held().weight().vanished()).isGreaterThanOrEqualTo(10);
        assertThat(office.cases().counts().byState()).isEqualTo(before);
    }

    @Test
    void whoVanishesIsNoticedButStaysProvided() {
        provided();
        lose(1);

        assertThat(office.reconcile()).isTrue();

        assertThat(office.source().vanishedPeople()).hasSize(1);
        assertThat(office.cases().vanished(office.source().vanishedPeople())).hasSize(1);
        assertThat(office.cases().counts().byState()).containsEntry(CaseState.PROVIDED, PROVIDED);
        find();
        office.reconcile();
        assertThat(office.source().vanishedPeople()).isEmpty();
    }

    @Test
    void whoVanishesBeforeProvisionIsOut() {
        office.poll();
        office.cases().enclosed(office.confirmAll(), "R8-001");
        office.later(A_DAY);
        lose(1);

        office.reconcile();

        assertThat(office.cases().counts().byState()).containsEntry(CaseState.READY, PROVIDED - 1);
    }

    @Test
    void timeAloneMakesACandidateOfWhoIsOneYearOverdue() {
        office.poll();
        JdbcClient.create(office.city)
                .sql("update kibetsu set nokigen = date '2025-06-02' where nokigen < date '2025-06-02'"
                        + " and tsuchisho_no like '%9000000001'")
                .update();
        office.reconcile();
        int before = office.cases().counts().byState().get(CaseState.CANDIDATE);
        office.later(A_DAY.multipliedBy(2));

        office.poll();
        assertThat(office.cases().counts().byState()).containsEntry(CaseState.CANDIDATE, before);
        office.reconcile();

        assertThat(office.cases().counts().byState()).containsEntry(CaseState.CANDIDATE, before + 1);
    }

    @Test
    @OfficeRule("bills-roll")
    void theYearEndRollChangesNothing() {
        provided();
        Map<CaseState, Integer> before = office.cases().counts().byState();
        office.later(A_DAY);
        assertThat(office.life().rollsArrearsOver()).isPositive();

        assertThat(office.findings().stream().flatMap(List::stream))
                .hasSizeGreaterThan(PROVIDED)
                .allMatch(finding -> finding instanceof Finding.Unchanged);
        assertThat(office.poll()).isTrue();

        assertThat(office.cases().counts().byState()).isEqualTo(before);
        assertThat(office.holds().newest()).isEmpty();
    }

    @Test
    void aRollThatClosesEveryBillOfTheYearIsHeld() {
        provided();
        office.later(A_DAY);
        JdbcClient.create(office.city)
                .sql("update kibetsu set jotai = 1, koshin_nichiji = :now")
                .param("now", OffsetDateTime.ofInstant(office.now(), ZoneOffset.UTC))
                .update();

        assertThat(office.poll()).isFalse();

        assertThat(held().weight().ending()).isEqualTo(PROVIDED);
        assertThat(office.cases().counts().byState()).containsEntry(CaseState.PROVIDED, PROVIDED);
    }

    private void provided() {
        office.poll();
        assertThat(office.provideAll("R8-001")).hasSize(PROVIDED);
        office.later(A_DAY);
    }

    private void pay(int people) {
        office.payees("R8-001").stream().limit(people).forEach(office.life()::paysAll);
    }

    /** The database no longer knows of any instalment of these people, as after a failed batch. */
    private void lose(int people) {
        office.payees("R8-001").stream()
                .limit(people)
                .forEach(payee -> JdbcClient.create(office.city)
                        .sql("update kibetsu set jotai = jotai + 100, taino = 0 where tsuchisho_no like '%' || :payee")
                        .param("payee", payee)
                        .update());
    }

    private void find() {
        JdbcClient.create(office.city)
                .sql("update kibetsu set jotai = jotai - 100, taino = 1 where jotai >= 100")
                .update();
    }

    private Hold held() {
        return office.holds().open().orElseThrow();
    }

    private int due() {
        return office.cases().counts().byState().getOrDefault(CaseState.RESOLUTION_DUE, 0);
    }

    private List<String> verbs() {
        return ledger.jdbc()
                .sql("select verb from chain_entry order by sequence")
                .query(String.class)
                .list();
    }
}

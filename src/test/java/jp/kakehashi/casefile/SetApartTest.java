package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestOffice.MANAGER;
import static jp.kakehashi.casefile.TestOffice.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import org.junit.jupiter.api.Test;

/** Whoever is set apart for a circumstance of the proviso, until the manager ends it; each kind of ledger inherits it. */
abstract class SetApartTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String NUMBER = "R8-001";

    abstract TestLedger ledger();

    @Test
    @OfficeRule({"proviso-lasting", "exclusions-minimum"})
    void aCircumstanceExcludesAndNoFindingBringsTheCaseBack() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        UUID id = office.onlyCandidate().id();

        assertThat(setApart(office, office.onlyCandidate()))
                .singleElement()
                .satisfies(one -> assertThat(one.isSetApart()).isTrue());

        staysApart(office, id);
        office.later(A_DAY);
        office.life().isSentADemand("9000000001");
        office.poll();
        staysApart(office, id);
        office.later(A_DAY);
        office.life().paysAll("9000000001");
        office.reconcile();
        staysApart(office, id);
    }

    @Test
    void whichCircumstanceItIsStandsNowhere() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();

        setApart(office, office.onlyCandidate());

        assertThat(office.ledger
                        .jdbc()
                        .sql("select facts, reason_text, confirmed_facts from case_file")
                        .query()
                        .singleRow()
                        .values())
                .containsOnlyNulls();
        assertThat(office.ledger
                        .jdbc()
                        .sql("select reason, detail from case_exclusion")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("SPECIAL_CIRCUMSTANCES", "");
        assertThat(office.chain()).noneMatch(line -> line.contains("ASYLUM") || line.contains("SPECIAL_CIRCUMSTANCES"));
    }

    @Test
    void alsoACaseThatAShipmentHoldsIsOut() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases, NUMBER);

        setApart(office, office.cases().show(cases.get(0), OFFICER));

        assertThat(((Standing.NoLonger)
                                office.cases().standings(cases, office.now()).get(cases.get(0)))
                        .words())
                .isEqualTo("対象外（要配慮）");
    }

    @Test
    void whoWasPostedAllTheSameStandsInNoFullListAgain() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases, NUMBER);
        setApart(office, office.cases().show(cases.get(0), OFFICER));

        office.cases().provided(cases, NUMBER);

        assertThat(office.state(cases.get(0))).isEqualTo(CaseState.PROVIDED);
        assertThat(office.cases().fullList(Set.of(NUMBER)).again()).isEmpty();
    }

    @Test
    @OfficeRule("proviso-lasting")
    void theManagersRecordedWordEndsItAndTheSourceDecidesAnew() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        UUID id = office.onlyCandidate().id();
        setApart(office, office.onlyCandidate());

        assertThat(office.cases().endCircumstance(id, "架空の理由", MANAGER)).isTrue();
        assertThat(office.cases().endCircumstance(id, "もう一度", MANAGER)).isFalse();
        assertThat(office.state(id)).isEqualTo(CaseState.EXCLUDED);
        office.later(A_DAY);
        office.reconcile();

        assertThat(office.state(id)).isEqualTo(CaseState.CANDIDATE);
        assertThat(office.chain())
                .filteredOn(line -> line.contains("case-circumstance-ended"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(MANAGER.account(), id.toString()));
    }

    private static void staysApart(TestOffice office, UUID id) {
        CaseView seen = office.cases().show(id, OFFICER);
        assertThat(seen.state()).isEqualTo(CaseState.EXCLUDED);
        assertThat(seen.exclusions()).containsExactly("対象外（要配慮）");
        assertThat(seen.cells()).isEmpty();
        assertThat(seen.setApart()).isFalse();
        CaseView told = office.cases().show(id, MANAGER);
        assertThat(told.exclusions()).contains("特別の事情あり");
        assertThat(told.setApart()).isTrue();
    }

    private static List<NotConfirmed> setApart(TestOffice office, CaseView shown) {
        Map<Proviso, Boolean> answers = new HashMap<>(TestOffice.nothingApplies());
        answers.put(Proviso.ASYLUM, true);
        return office.cases()
                .confirm(List.of(new Confirmation(shown.id(), shown.factsDigest(), "", "", answers)), OFFICER);
    }
}

package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestOffice.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A full list: two of three confirmed persons were provided in R8-001, and a month has passed. Each kind of ledger inherits
 * it.
 */
abstract class FullListTest {

    private static final String FIRST = "R8-001";
    private static final String SECOND = "R8-002";
    private static final Set<String> ACKNOWLEDGED = Set.of(FIRST);

    private TestOffice office;
    private List<UUID> provided;
    private UUID fresh;

    abstract TestLedger ledger();

    @BeforeEach
    void twoOfThreeAreProvided() {
        office = new TestOffice(ledger(), 3, 3);
        office.poll();
        List<UUID> confirmed = office.confirmAll();
        provided = confirmed.subList(0, 2);
        fresh = confirmed.get(2);
        office.cases().enclosed(provided, FIRST);
        office.cases().provided(provided, FIRST);
        office.later(Duration.ofDays(30));
    }

    @Test
    @OfficeRule("provision-additions")
    void whoWasProvidedStandsAgainBesideTheNewlyConfirmedInOneOrder() {
        FullList list = list();

        assertThat(list.again()).containsExactlyInAnyOrderElementsOf(provided);
        assertThat(list.added()).containsExactly(fresh);
        assertThat(list.leftOut()).isZero();
        assertThat(list.rows())
                .extracting(row -> row.cells().get(Item.STAY_EXPIRES_ON))
                .extracting(expiry -> expiry.isEmpty() ? "無期限" : expiry)
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(office.cases().ready())
                .as("what additions would hold")
                .extracting(Row::caseId)
                .containsExactly(fresh);
    }

    @Test
    @OfficeRule("provision-additions")
    void theRowThatStandsAgainIsTheOneThatWasConfirmed() {
        List<String> before = repeated();

        payees().forEach(office.life()::isSentADemand);
        payees().forEach(office::ask);

        assertThat(repeated()).hasSize(2).isEqualTo(before);
    }

    @Test
    void whoWaitsForAnAcknowledgementIsHeldByItsShipmentAndLeftOut() {
        FullList list = office.cases().fullList(Set.of());

        assertThat(list.again()).isEmpty();
        assertThat(list.added()).containsExactly(fresh);
        assertThat(list.leftOut()).isEqualTo(2);
        assertThatThrownBy(() -> office.cases().enclosedAgain(Set.copyOf(provided), SECOND, Set.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @OfficeRule("provision-additions")
    void invariant6_whoPaidOrIsToBeWithdrawnDoesNotStandAgainAndTheMessageStaysOwed() {
        office.life().paysAll(payees().get(0));
        office.life().becomesPermanentResident(payees().get(1));
        payees().forEach(office::ask);

        FullList list = list();

        assertThat(list.again()).isEmpty();
        assertThat(states()).containsExactly(CaseState.RESOLUTION_DUE, CaseState.WITHDRAWAL_DUE);
    }

    @Test
    void invariant6_whoPaidAtACounterDoesNotStandAgain() {
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));
        office.receipts().seen(payees().get(0), today, OFFICER);
        office.life().paysAtACounter(payees().get(1));
        payees().forEach(office::ask);

        assertThat(list().again()).isEmpty();
        assertThat(list().leftOut()).isEqualTo(2);
        assertThat(states()).containsOnly(CaseState.PROVIDED);
    }

    @Test
    void invariant6_whoPaidAtACounterIsDroppedFromAFirstShipmentThatGoesOnceMore() {
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));
        office.receipts().seen(payees().get(0), today, OFFICER);
        payees().forEach(office::ask);

        Map<UUID, Standing> standings = office.cases().standings(provided, office.now());

        assertThat(standings.get(provided.get(0))).isEqualTo(new Standing.NoLonger(List.of(Reason.RECEIPT_SEEN)));
        assertThat(standings.get(provided.get(1))).isInstanceOf(Standing.Belongs.class);
    }

    @Test
    void whoseCardNumberAnotherPersonBearsTooDoesNotStandAgain() {
        String other = office.cases().payees(List.of(fresh)).get(0);
        office.change("""
                update zairyu_card set card_no = (select c.card_no from zairyu_card c
                    where c.shikko_bi is null and c.atena_no = '%s')
                where shikko_bi is null and atena_no = '%s'""".formatted(payees().get(0), other));
        office.ask(other);
        payees().forEach(office::ask);

        assertThat(list().again()).containsExactly(provided.get(1));
        office.cases().enclosedAgain(Set.copyOf(provided), SECOND, ACKNOWLEDGED);
        assertThat(office.cases().standings(provided, office.now()).get(provided.get(0)))
                .isEqualTo(new Standing.NoLonger(List.of(Reason.DATA_INCOMPLETE)));
    }

    @Test
    void whoseCellsHaveChangedIsLeftOutAFullListCorrectsNothing() {
        office.change("update zairyu_card set card_no = 'ZZ99999999ZZ' where shikko_bi is null and atena_no = '%s'"
                .formatted(payees().get(0)));
        payees().forEach(office::ask);

        assertThat(list().again()).containsExactly(provided.get(1));
        assertThat(list().leftOut()).isEqualTo(1);
        assertThat(states()).containsOnly(CaseState.PROVIDED);
    }

    @Test
    void whoChangedAfterTheDraftIsDroppedBeforeItGoes() {
        office.cases().enclosedAgain(Set.copyOf(provided), SECOND, ACKNOWLEDGED);
        office.change("update atena set shimei_kanji = '架空　改' where atena_no = '%s'".formatted(payees().get(0)));
        payees().forEach(office::ask);

        assertThat(office.cases().standings(provided, office.now()).get(provided.get(0)))
                .isEqualTo(new Standing.NoLonger(List.of(Reason.FACTS_CHANGED)));
        assertThat(office.cases().standings(provided, office.now()).get(provided.get(1)))
                .isInstanceOf(Standing.Belongs.class);
    }

    @Test
    @OfficeRule("provision-additions")
    void whoMayHaveBeenProvidedStaysProvidedWhateverBecomesOfTheFullList() {
        office.cases().enclosed(List.of(fresh), SECOND);
        office.cases().enclosedAgain(Set.copyOf(provided), SECOND, ACKNOWLEDGED);
        List<UUID> all = List.of(provided.get(0), provided.get(1), fresh);
        office.cases().provided(all, SECOND);
        assertThat(enclosedIn()).containsOnly(SECOND);
        assertThat(list().leftOut()).as("in one open shipment").isEqualTo(3);

        office.cases().notProvided(all, SECOND);
        office.cases().notProvided(all, SECOND);

        assertThat(states()).containsOnly(CaseState.PROVIDED);
        assertThat(enclosedIn()).containsOnly(FIRST);
        assertThat(office.state(fresh)).isEqualTo(CaseState.READY);
        assertThat(list().again()).containsExactlyInAnyOrderElementsOf(provided);
    }

    @Test
    void aDutyThatAroseMeanwhileStaysWhenTheFullListIsGivenUp() {
        office.cases().enclosedAgain(Set.copyOf(provided), SECOND, ACKNOWLEDGED);
        payees().forEach(office.life()::paysAll);
        payees().forEach(office::ask);

        office.cases().notProvided(provided, SECOND);

        assertThat(states()).containsOnly(CaseState.RESOLUTION_DUE);
        assertThat(enclosedIn()).containsOnly(FIRST);
    }

    @Test
    void inTheNextMonthTheyStandAgainOnceMore() {
        office.cases().enclosedAgain(Set.copyOf(provided), SECOND, ACKNOWLEDGED);

        office.cases().enclosedAgain(Set.copyOf(provided), "R8-003", Set.of(FIRST, SECOND));
        office.cases().notProvided(provided, "R8-003");

        assertThat(enclosedIn()).containsOnly(SECOND);
        assertThat(states()).containsOnly(CaseState.PROVIDED);
    }

    private FullList list() {
        return office.cases().fullList(ACKNOWLEDGED);
    }

    private List<String> repeated() {
        return list().rows().stream()
                .filter(row -> provided.contains(row.caseId()))
                .map(Row::contentDigest)
                .toList();
    }

    private List<String> payees() {
        return office.cases().payees(provided);
    }

    private List<CaseState> states() {
        return provided.stream().map(office::state).toList();
    }

    private List<String> enclosedIn() {
        return provided.stream()
                .map(id -> office.cases().show(id, OFFICER).enclosedIn().orElseThrow())
                .toList();
    }
}

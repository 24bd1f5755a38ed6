package jp.kakehashi.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.casefile.Row;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.people.People;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.release.Decision;
import jp.kakehashi.release.StandingDecision;
import jp.kakehashi.release.TestRelease;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Drafts of every kind: which are decided at once, and how many people they are; whatever the ledger's database. */
abstract class DraftsContract {

    private static final Actor OFFICER = new Actor("handler", "架空 花子", "主事", "HANDLER");
    private static final Instant NOW = Instant.parse("2026-06-01T00:30:00Z");
    private static final Instant YEAR = Instant.parse("2026-03-31T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);

    private final TestLedger ledger;
    private final Vault vault = TestVault.fresh();
    private final Agreements agreements = TestAgreement.standing();
    private final Agreement agreement = agreements.only();
    private Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));
    private final People people;
    private Optional<Refusal> warning = Refusal.none();

    DraftsContract(TestLedger ledger) {
        this.ledger = ledger;
        this.people = TestPeople.office(ledger, vault, clock);
    }

    @Test
    @OfficeRule("decide-standing")
    void whileAStandingDecisionHoldsADraftOfItsKindIsDecidedAtOnceAndNamesIt() {
        assertThat(make(DocumentKind.ANSWER, TODAY, LAST, "manager")).isEmpty();
        StandingDecision made = only();

        String answer = draft(DocumentKind.ANSWER);

        assertThat(state(answer)).isEqualTo(ShipmentState.DECIDED);
        Decision decision = release().decision(answer).orElseThrow();
        assertThat(decision.manner()).isEqualTo(Decision.Manner.STANDING);
        assertThat(decision.standing()).hasValue(made);
        assertThat(decision.documentNumber()).hasValue("架空第1号");
        assertThat(decision.by().post()).isEqualTo("課長");
        assertThat(decision.awaitsReview()).isFalse();
        assertThat(chain())
                .contains("standing-decision.made", "decision.made", made.id().toString());
    }

    @Test
    @OfficeRule("decide-standing")
    void aProvisionNeverRunsUnderAStandingDecisionNorAKindThatTheAgreementDoesNotName() {
        make(DocumentKind.ANSWER, TODAY, LAST, "manager");

        assertThat(make(DocumentKind.PROVISION, TODAY, LAST, "manager")).isPresent();
        assertThat(make(DocumentKind.RESOLVED, TODAY, LAST, "manager")).isPresent();
        assertThat(chain())
                .contains("\"kind\":\"PROVISION\",\"why\":\"取決めの設定により", "\"kind\":\"RESOLVED\",\"why\":\"取決めの設定により");
        for (DocumentKind other : List.of(DocumentKind.PROVISION, DocumentKind.RESOLVED, DocumentKind.CORRECTION)) {
            String draft = draft(other);
            assertThat(state(draft)).as(other.name()).isEqualTo(ShipmentState.DRAFTED);
            assertThat(release().decision(draft)).isEmpty();
        }
        assertThatThrownBy(() -> ledger.jdbc()
                        .sql("update standing_decision set kind = 'PROVISION'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @OfficeRule("decide-standing")
    void outsideItsDaysAndOnceItHasEndedTheChiefDecidesInPersonAgain() {
        make(DocumentKind.ANSWER, TODAY.plusDays(1), TODAY.plusDays(2), "manager");
        assertThat(state(draft(DocumentKind.ANSWER))).isEqualTo(ShipmentState.DRAFTED);
        clock = at("2026-06-02T00:30:00Z");
        assertThat(state(draft(DocumentKind.ANSWER))).isEqualTo(ShipmentState.DECIDED);
        assertThat(end(only().id(), "handler")).isPresent();

        assertThat(end(only().id(), "manager")).isEmpty();

        assertThat(end(only().id(), "manager")).isPresent();
        assertThat(state(draft(DocumentKind.ANSWER))).isEqualTo(ShipmentState.DRAFTED);
        assertThat(make(DocumentKind.ANSWER, TODAY.plusDays(1), LAST, "manager"))
                .isEmpty();
        clock = at("2027-04-01T00:30:00Z");
        assertThat(state(draft(DocumentKind.ANSWER))).isEqualTo(ShipmentState.DRAFTED);
        assertThat(chain()).contains("standing-decision.ended", "standing-decision.refused");
    }

    @Test
    void onlyTheChiefMakesOneForDaysOfOneFiscalYearAndNeverTwoAtOnce() {
        assertThat(make(DocumentKind.ANSWER, TODAY, LAST, "handler")).isPresent();
        assertThat(make(DocumentKind.ANSWER, TODAY.minusDays(1), LAST, "manager"))
                .isPresent();
        assertThat(make(DocumentKind.ANSWER, TODAY, LAST.plusDays(1), "manager"))
                .isPresent();
        assertThat(make(DocumentKind.ANSWER, TODAY, TODAY.minusDays(1), "manager"))
                .isPresent();
        assertThat(make(DocumentKind.ANSWER, TODAY, LAST, "manager")).isEmpty();

        assertThat(make(DocumentKind.ANSWER, LAST, LAST, "manager"))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("重なる"));
        only();
    }

    @Test
    @OfficeRule("decide-standing")
    void ofTwoMadeAtOnceForTheSameDaysTheLaterOneIsRefused() throws Exception {
        FutureTask<Optional<Refusal>> later =
                new FutureTask<>(() -> make(DocumentKind.ANSWER, TODAY.plusDays(1), LAST, "manager"));

        ledger.transactions().executeWithoutResult(status -> {
            assertThat(make(DocumentKind.ANSWER, TODAY, LAST, "manager")).isEmpty();
            new Thread(later).start();
            assertThatThrownBy(() -> later.get(300, TimeUnit.MILLISECONDS))
                    .as("it waits for its turn")
                    .isInstanceOf(TimeoutException.class);
        });

        assertThat(later.get(30, TimeUnit.SECONDS))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("重なる"));
        only();
    }

    @Test
    @OfficeRule("decide-standing")
    void aDraftByAMethodThatIsNotAgreedWaitsForTheChiefInPerson() {
        make(DocumentKind.ANSWER, TODAY, LAST, "manager");

        String draft = draft(DocumentKind.ANSWER, ZipMethod.ZIPCRYPTO);

        assertThat(state(draft)).isEqualTo(ShipmentState.DRAFTED);
        assertThat(release().decision(draft)).isEmpty();
    }

    @Test
    @OfficeRule("decide-standing")
    void aDraftThatAGateWarnsOfWaitsForTheChiefInPerson() {
        make(DocumentKind.ANSWER, TODAY, LAST, "manager");
        warning = Refusal.because("架空の注意");

        assertThat(state(draft(DocumentKind.ANSWER))).isEqualTo(ShipmentState.DRAFTED);
    }

    @Test
    @OfficeRule("persons-ceiling")
    void aPersonCountsOnceInHoweverManyShipmentsOfTheYear() {
        String posted = draft(DocumentKind.PROVISION, "a", "b");
        becomes(posted, ShipmentState.POSTED, NOW);
        String decided = draft(DocumentKind.PROVISION, "b", "c");
        becomes(decided, ShipmentState.DECIDED, null);
        becomes(draft(DocumentKind.PROVISION, "x"), ShipmentState.CANCELLED, null);
        becomes(draft(DocumentKind.PROVISION, "y"), ShipmentState.POSTED, YEAR.minusSeconds(1));
        String draft = draft(DocumentKind.PROVISION, "a", "c", "d");
        draft(DocumentKind.PROVISION, "only drafted elsewhere");
        becomes(draft(DocumentKind.ANSWER, "z"), ShipmentState.POSTED, NOW);

        assertThat(rows().peopleProvidedSince(YEAR)).as("a, b").isEqualTo(2);
        assertThat(rows().peopleWith(draft, YEAR)).as("a, b, c, d").isEqualTo(4);
        assertThat(rows().peopleWith(posted, YEAR)).as("a, b, c").isEqualTo(3);
    }

    private String draft(DocumentKind kind, String... persons) {
        return draft(kind, ZipMethod.AES_256, persons);
    }

    private String draft(DocumentKind kind, ZipMethod method, String... persons) {
        List<Row> chosen = List.of(persons.length == 0 ? new String[] {"a"} : persons).stream()
                .map(person -> new Row(
                        UUID.randomUUID(), person, "", Map.of(Item.RESIDENCE_CARD_NUMBER, "ZZ00000001ZZ"), person))
                .toList();
        return ledger.transactions().execute(status -> drafting().draft(agreement, kind, method, chosen, OFFICER));
    }

    private Drafting drafting() {
        Acts acts = new Acts(new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock));
        return new Drafting(
                shipments(),
                rows(),
                new ControlNumbers(ledger.jdbc(), clock),
                null,
                agreements,
                new TestExchanges(ledger.jdbc(), acts, clock),
                release().standing(),
                acts,
                clock);
    }

    private TestRelease release() {
        return new TestRelease(ledger, vault, people, agreements, shipment -> warning, clock);
    }

    private ShipmentLedger shipments() {
        return new ShipmentLedger(ledger.jdbc(), vault);
    }

    private ShipmentRows rows() {
        return new ShipmentRows(ledger.jdbc(), vault);
    }

    private ShipmentState state(String number) {
        return shipments().find(number).orElseThrow().state();
    }

    private void becomes(String number, ShipmentState state, Instant postedAt) {
        shipments().move(number, state, ShipmentState.DRAFTED);
        if (postedAt != null) {
            shipments().postedAt(number, postedAt);
        }
    }

    private Optional<Refusal> make(DocumentKind kind, LocalDate from, LocalDate until, String account) {
        return inTransaction(() -> release()
                .standing()
                .make(
                        agreement.id(),
                        kind,
                        " 架空第1号 ",
                        from,
                        until,
                        people.person(account).orElseThrow()));
    }

    private Optional<Refusal> end(UUID id, String account) {
        return inTransaction(
                () -> release().standing().end(id, people.person(account).orElseThrow()));
    }

    private StandingDecision only() {
        List<StandingDecision> all = release().standing().of(agreement.id());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Optional<Refusal> inTransaction(Supplier<Optional<Refusal>> act) {
        return ledger.transactions().execute(status -> act.get());
    }

    private String chain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock).export(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneId.of("Asia/Tokyo"));
    }
}

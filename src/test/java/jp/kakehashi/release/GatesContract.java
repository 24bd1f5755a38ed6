package jp.kakehashi.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.Remarks;
import jp.kakehashi.release.ChecklistAnswer.Verdict;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands against which kind of document, whatever the ledger's database. */
abstract class GatesContract {

    private static final Path SHIPPED = Path.of("config/agreements/nhi-tokyo-isa.yaml");
    /** The last line counts as done from the file. */
    private static final String DONE = "    done: {on: 2026-05-15, by: 滞納対策課長　研修　一郎（架空）}\n";

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Instant NOW = Instant.parse("2026-06-01T00:30:00Z");

    private final TestLedger ledger;
    private final Vault vault = TestVault.fresh();
    private final Remarks remarks;
    private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));
    private final People people;
    private final StopTable stops;
    private final WayBackTable wayBack;

    @TempDir
    private Path folder;

    private Agreements agreements;
    private Checklists checklists;
    private Gates gates;

    GatesContract(TestLedger ledger) {
        this.ledger = ledger;
        this.remarks = new Remarks(ledger.jdbc(), vault);
        this.people = TestPeople.office(ledger, vault, clock);
        this.stops = new StopTable(ledger.jdbc(), remarks);
        this.wayBack = new WayBackTable(ledger.jdbc(), remarks);
    }

    @Test
    void linesThatTheFileSaysAreDoneOpenTheGate() throws IOException {
        Agreement shipped = agreement();

        assertThat(gates.passage(shipped, DocumentKind.PROVISION)).isEqualTo(new Passage.Open());
        assertThat(checklists.of(shipped)).noneMatch(ChecklistItem::blocks).hasSize(6);
    }

    @Test
    @OfficeRule("gates-provision")
    void aRequiredLineWithoutAnswerShutsTheGateUntilTheChiefAnswersIt() throws IOException {
        Agreement open = withTheLastLineOpen();
        ChecklistItem last = checklists.of(open).get(5);

        assertThat(gates.passage(open, DocumentKind.PROVISION).standing())
                .containsExactly(new Obstacle(Obstacle.Why.CHECKLIST, "提供する個人情報の取扱者を指定する。"));
        assertThat(answer(last, Verdict.DONE, TODAY, "manager")).isEmpty();

        assertThat(gates.passage(open, DocumentKind.PROVISION)).isEqualTo(new Passage.Open());
        ChecklistAnswer answered = checklists.of(open).get(5).answer().orElseThrow();
        assertThat(answered.evidence()).isEqualTo("架空第7号");
        assertThat(answered.post()).isEqualTo("課長");
    }

    @Test
    @OfficeRule("nil-notice")
    void aNilNoticeWaitsForAllThatProvisionWaitsFor() throws IOException {
        Agreement open = withTheLastLineOpen();
        assertThat(gates.passage(open, DocumentKind.NIL_NOTICE).standing())
                .extracting(Obstacle::why)
                .contains(Obstacle.Why.CHECKLIST);
        stop(Stop.Scope.PROVISION);

        assertThat(gates.against(shipment(DocumentKind.NIL_NOTICE)))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("保護管理者が提供を停止しています"));
    }

    @Test
    void onlyTheChiefAnswersAndNeverAheadOfTimeAndNoRequiredLineIsNeedless() throws IOException {
        ChecklistItem last = lineOf(withTheLastLineOpen(), 5);

        assertThat(answer(last, Verdict.DONE, TODAY, "handler")).isPresent();
        assertThat(answer(last, Verdict.DONE, TODAY.plusDays(1), "manager")).isPresent();
        assertThat(answer(last, Verdict.NOT_NEEDED, TODAY, "manager")).isPresent();
        assertThat(checklists.of(agreements.only()).get(5).blocks()).isTrue();
        assertThatThrownBy(() -> inTransaction(() -> checklists.answer(
                        agreements.only().id(), "0".repeat(64), Verdict.DONE, TODAY, "x", person("manager"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @OfficeRule("gates-optional")
    void anOptionalLineNeverBlocksAndMayBeJudgedNeedless() throws IOException {
        ChecklistItem optional = lineOf(agreement(), 1);

        assertThat(optional.blocks()).isFalse();
        assertThat(answer(optional, Verdict.NOT_NEEDED, TODAY, "manager")).isEmpty();
        assertThat(checklists
                        .of(agreements.only())
                        .get(1)
                        .answer()
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.NOT_NEEDED);
    }

    @Test
    void aLineWithOtherWordsIsAskedAnew() throws IOException {
        answer(lineOf(withTheLastLineOpen(), 5), Verdict.DONE, TODAY, "manager");

        Agreement reworded = agreement(DONE, "", "取扱者を指定する。", "取扱者を毎年度指定する。");

        assertThat(gates.passage(reworded, DocumentKind.PROVISION)).isInstanceOf(Passage.Shut.class);
    }

    @Test
    @OfficeRule("gates-provision")
    void anAgreementOutOfForceAndAKindOutsideItsPeriodShutTheGateForTheProvision() throws IOException {
        Agreement lapsed =
                agreement("mode: training", "mode: training\nin-force: {from: 2025-04-01, until: 2026-05-31}");
        assertThat(gates.passage(lapsed, DocumentKind.PROVISION).standing())
                .containsExactly(new Obstacle(Obstacle.Why.AGREEMENT, "2025-04-01～2026-05-31"));

        Agreement early = agreement("period: {from: 2026-06-01", "period: {from: 2026-06-02");
        assertThat(gates.passage(early, DocumentKind.PROVISION).standing())
                .containsExactly(new Obstacle(Obstacle.Why.PERIOD, "2026-06-02～2027-03-31"));
        assertThat(gates.passage(early, DocumentKind.TEST)).isEqualTo(new Passage.Open());
    }

    @Test
    @OfficeRule("gates-provision")
    void aStopOfTheProvisionWarnsOfTheWayBackAndLeavesTheTestExchange() throws IOException {
        Agreement agreement = agreement();
        stop(Stop.Scope.PROVISION);

        assertThat(gates.passage(agreement, DocumentKind.PROVISION)).isInstanceOf(Passage.Shut.class);
        for (DocumentKind back :
                new DocumentKind[] {DocumentKind.ANSWER, DocumentKind.RESOLVED, DocumentKind.CORRECTION}) {
            assertThat(gates.passage(agreement, back)).isInstanceOf(Passage.Warned.class);
        }
        assertThat(gates.passage(agreement, DocumentKind.TEST)).isEqualTo(new Passage.Open());
    }

    @Test
    @OfficeRule("way-back-open")
    void anAddressInDoubtShutsTheGateForEveryKind() throws IOException {
        Agreement agreement = agreement();
        stop(Stop.Scope.EVERY_KIND);

        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(gates.passage(agreement, kind)).as(kind.name()).isInstanceOf(Passage.Shut.class);
        }
    }

    @Test
    @OfficeRule("way-back-open")
    void theWayBackGoesOnceItsDecisionKnowsEveryWarning() throws IOException {
        withTheLastLineOpen();
        Shipment answer = shipment(DocumentKind.ANSWER);
        assertThat(gates.against(answer)).isPresent();

        wayBack.add(
                answer.controlNumber(),
                gates.passage(agreements.only(), DocumentKind.ANSWER).standing(),
                "架空",
                person("manager").as(Role.PRIVACY_MANAGER, TODAY),
                NOW);
        assertThat(gates.against(answer)).isEmpty();

        stop(Stop.Scope.PROVISION);
        assertThat(gates.against(answer)).isPresent();
        assertThat(gates.against(shipment(DocumentKind.PROVISION))).isPresent();
    }

    /** The shipped agreement, with what stands second in place of what stands first, and so on. */
    private Agreement agreement(String... changes) throws IOException {
        String text = Files.readString(SHIPPED);
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).containsOnlyOnce(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        Files.writeString(folder.resolve("nhi.yaml"), text);
        agreements = Agreements.load(folder);
        Chain chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        checklists = new Checklists(new ChecklistTable(ledger.jdbc(), remarks), agreements, chain, clock);
        gates = new Gates(agreements, checklists, stops, wayBack, clock);
        return agreements.only();
    }

    private ChecklistItem lineOf(Agreement agreement, int line) {
        return checklists.of(agreement).get(line);
    }

    private Agreement withTheLastLineOpen() throws IOException {
        return agreement(DONE, "");
    }

    private Optional<Refusal> answer(ChecklistItem item, Verdict verdict, LocalDate on, String account) {
        return inTransaction(() -> checklists.answer(
                agreements.only().id(), item.line().digest(), verdict, on, " 架空第7号 ", person(account)));
    }

    private Optional<Refusal> inTransaction(Supplier<Optional<Refusal>> act) {
        return ledger.transactions().execute(status -> act.get());
    }

    private void stop(Stop.Scope scope) {
        stops.raise(
                new Stop(UUID.randomUUID(), "nhi", scope, Optional.empty(), NOW, "manager", "架空の停止", Optional.empty()));
    }

    private Person person(String account) {
        return people.person(account).orElseThrow();
    }

    private Shipment shipment(DocumentKind kind) {
        String number = "R8-" + kind;
        ledger.jdbc()
                .sql("""
                        insert into shipment (control_number, agreement, agreement_digest, kind, state, drafted_by, drafted_at,
                            content_digest, zip_method, seal_wanted, check_wanted, revision, tries)
                        values (:number, 'nhi', '', :kind, 'DECIDED', 'handler', current_timestamp, '', 'AES_256', false, false, 0, 0)
                        """)
                .param("number", number)
                .param("kind", kind.name())
                .update();
        return new Shipment(
                number,
                "nhi",
                kind,
                ShipmentState.DECIDED,
                "handler",
                NOW,
                "",
                ZipMethod.AES_256,
                1,
                false,
                false,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

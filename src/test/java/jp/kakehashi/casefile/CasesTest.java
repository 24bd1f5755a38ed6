package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestOffice.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Chain;
import jp.kakehashi.source.Finding;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
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
        List<String> chain = chain(office);

        office.poll();

        assertThat(chain(office)).isEqualTo(chain);
    }

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
        assertThat(chain(office)).noneMatch(line -> line.contains("ZZ0000") || line.contains("TESTPERSON"));
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
    @OfficeRule("confirm-digest")
    void aConfirmationForOtherFactsIsRefused() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        CaseView shown = onlyCandidate(office);
        office.later(A_DAY);
        office.life().isSentADemand("9000000001");
        office.poll();

        List<NotConfirmed> refused = office.cases().confirm(List.of(TestOffice.confirmation(shown)), OFFICER);

        assertThat(refused)
                .singleElement()
                .satisfies(no -> assertThat(no.objections()).containsExactly("表示後に内容が変わりました。もう一度内容を確認してください"));
        assertThat(office.cases().ready()).isEmpty();
        assertThat(chain(office)).anyMatch(line -> line.contains("case-confirmation-refused"));
    }

    @Test
    @OfficeRule("confirm-per-case")
    void aConfirmationWithoutEveryAnswerOfTheProvisoIsRefused() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        CaseView shown = onlyCandidate(office);
        Map<Proviso, Boolean> answers = new HashMap<>(TestOffice.nothingApplies());
        answers.remove(Proviso.APPEAL);
        answers.put(Proviso.JOB_LOSS, true);

        List<NotConfirmed> refused = office.cases()
                .confirm(
                        List.of(new Confirmation(shown.id(), shown.factsDigest(), "=合計12,000円を滞納している。悪質である。", answers)),
                        OFFICER);

        assertThat(refused.get(0).objections())
                .anyMatch(objection -> objection.startsWith("回答がありません"))
                .anyMatch(objection -> objection.startsWith("提供できない事情があります"))
                .anyMatch(objection -> objection.contains("金額"))
                .anyMatch(objection -> objection.contains("評価のことば"))
                .anyMatch(objection -> objection.contains("行頭の記号"));
    }

    @Test
    @OfficeRule("confirm-digest")
    void aChangedFactTakesAConfirmedCaseBackAndShowsTheDifference() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        office.confirmAll();
        office.later(A_DAY);
        office.life().isSentADemand("9000000001");

        office.poll();

        assertThat(office.cases().ready()).isEmpty();
        assertThat(onlyCandidate(office).changes()).containsExactly("滞納整理の経過: 追加・変更1件、削除・変更前0件");
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
        assertThat(state(office, cases.get(0))).isEqualTo(CaseState.EXCLUDED);
        assertThat(office.cases().show(cases.get(0), OFFICER).cells()).isEmpty();
    }

    @Test
    @OfficeRule("receipt-counter")
    void aReceiptSeenAtTheCounterBarsAtOnceUntilItsPaymentIsPosted() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases, NUMBER);
        String payee = office.cases().payees(cases).get(0);
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));

        assertThat(office.receipts().seen(payee, today, OFFICER)).isEmpty();

        assertThat(reasons(office, cases.get(0))).containsExactly(Reason.RECEIPT_SEEN);
        office.ask(payee);
        assertThat(reasons(office, cases.get(0)))
                .as("the source knows nothing yet")
                .containsExactly(Reason.RECEIPT_SEEN);
        office.life().paysAll(payee);
        office.ask(payee);
        assertThat(reasons(office, cases.get(0))).contains(Reason.NO_ARREARS).doesNotContain(Reason.RECEIPT_SEEN);
        assertThat(office.receipts().waiting(OFFICER)).isEmpty();
        assertThat(chain(office))
                .anyMatch(line -> line.contains("receipt-seen"))
                .anyMatch(line -> line.contains("receipt-posted"));
    }

    @Test
    @OfficeRule("receipt-counter")
    void aReceiptWhosePostingNeverComesRaisesAnAlarmAndCanBeTakenBack() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));
        assertThat(office.receipts().seen("9000000001", today, OFFICER)).isEmpty();

        office.later(Duration.ofDays(21));
        assertThat(office.receipts().waiting(OFFICER))
                .extracting(PaymentReceipt::overdue)
                .containsExactly(false);
        office.later(Duration.ofDays(1));
        assertThat(office.receipts().waiting(OFFICER))
                .extracting(PaymentReceipt::overdue)
                .containsExactly(true);

        UUID receipt = office.receipts().waiting(OFFICER).get(0).id();
        assertThat(office.receipts().takeBack(receipt, "架空の理由", OFFICER)).isTrue();
        assertThat(office.receipts().takeBack(receipt, "架空の理由", OFFICER)).isFalse();
        office.ask("9000000001");
        assertThat(onlyCandidate(office).exclusions()).isEmpty();
        assertThat(chain(office)).noneMatch(line -> line.contains("架空の理由"));
    }

    @Test
    void aReceiptOfTomorrowOrOfSomebodyUnknownIsRefused() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));

        assertThat(office.receipts().seen("9000000001", today.plusDays(1), OFFICER))
                .isPresent();
        assertThat(office.receipts().seen("9999999999", today, OFFICER)).isPresent();
        assertThat(office.receipts().waiting(OFFICER)).isEmpty();
        assertThat(chain(office).stream().filter(line -> line.contains("receipt-refused")))
                .hasSize(2);
    }

    @Test
    void aReceiptOutlastsAnotherPaymentOfItsDayThatWasPostedBefore() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        office.life().paysAll("9000000001");
        office.poll();
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));

        assertThat(office.receipts().seen("9000000001", today, OFFICER)).isEmpty();
        office.ask("9000000001");

        assertThat(office.receipts().waiting(OFFICER)).hasSize(1);
    }

    private static List<Reason> reasons(TestOffice office, UUID id) {
        Standing standing = office.cases().standings(List.of(id), office.now()).get(id);
        return standing instanceof Standing.NoLonger no ? no.reasons() : List.of();
    }

    @Test
    void casesAreHandedOverAllAtOnceAndOneByOne() {
        TestOffice office = new TestOffice(ledger(), 4, 4);
        office.poll();
        int open = office.assignments().load().get("");
        UUID one = office.cases().in(CaseState.CANDIDATE, OFFICER).get(0).id();

        assertThat(office.assignments().handOver("", "hanako", OFFICER)).isEqualTo(open);
        office.assignments().assign(List.of(one), "taro", OFFICER);

        assertThat(office.assignments().load()).containsOnly(Map.entry("hanako", open - 1), Map.entry("taro", 1));
        assertThat(office.cases().show(one, OFFICER).officer()).contains("taro");
        assertThat(office.assignments().handOver("nobody", "taro", OFFICER)).isZero();
        assertThat(chain(office).stream().filter(line -> line.contains("case-assigned")))
                .hasSize(open + 1);
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
        assertThat(state(office, cases.get(0))).isEqualTo(CaseState.PROVIDED);
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

        assertThat(state(office, cases.get(0))).isEqualTo(CaseState.WITHDRAWAL_DUE);
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
    @OfficeRule("protected-nowhere")
    void aProtectedPersonStandsInNoListAndShowsNoOtherReason() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        JdbcClient.create(office.city).sql("update atena set shien_sochi = 1").update();
        JdbcClient.create(office.city).sql("delete from zairyu_card").update();
        office.poll();

        assertThat(office.cases().in(CaseState.EXCLUDED, OFFICER)).isEmpty();
        assertThat(office.cases().show(onlyCase(office), OFFICER).exclusions()).containsExactly("対象外（要配慮）");
    }

    @Test
    void aConfidentialReasonIsToldToTheManagerOnlyAndStandsInNoHistory() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        change(office, "update atena set tokubetsu_jijo = 1");
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
        assertThat(chain(office)).noneMatch(line -> line.contains("SPECIAL_CIRCUMSTANCES"));
    }

    @Test
    void whoIsProtectedAfterProvisionStandsInNoListAndIsShownToTheManagerOnly() {
        TestOffice office = provided();
        office.later(A_DAY);
        change(office, "update atena set shien_sochi = 1");
        office.ask("9000000001");
        UUID id = onlyCase(office);

        assertThat(office.cases().in(CaseState.WITHDRAWAL_DUE, TestOffice.MANAGER))
                .isEmpty();
        assertThat(office.cases().show(id, OFFICER).cells()).isEmpty();
        assertThat(office.cases().show(id, TestOffice.MANAGER).exclusions()).containsExactly("支援措置等");
    }

    @Test
    void theNumberOfARelativesCardIsNotTakenIn() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        change(office, "update zairyu_card set meigi_atena_no = '8000000001'");

        office.poll();

        assertThat(office.cases().in(CaseState.EXCLUDED, OFFICER))
                .singleElement()
                .satisfies(view -> assertThat(view.exclusions()).containsExactly("在留カード番号なし"));
        assertThat(office.cases().personsWithCard("ZZ00000001ZZ")).isEmpty();
    }

    @Test
    void anInstalmentThatFallsToLimitationTakesAConfirmedCaseBack() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        change(office, "update kibetsu set jiko_kansei_bi = date '2026-06-02' where kibetsu = 10");
        office.poll();
        office.confirmAll();
        office.later(A_DAY);

        office.ask("9000000001");

        assertThat(onlyCandidate(office).cells().get(Item.EXHAUSTION_REASON)).doesNotContain("第10期分");
    }

    @Test
    void aStayThatEndsAfterConfirmationIsConfirmedAgain() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        change(office, "update atena set zairyu_kigen = date '2026-06-01'");
        office.poll();
        office.confirmAll();
        office.later(A_DAY);

        office.ask("9000000001");

        assertThat(onlyCandidate(office).warnings()).anyMatch(warning -> warning.contains("在留期間の特例"));
        office.confirmAll();
        office.ask("9000000001");
        assertThat(office.cases().ready()).hasSize(1);
    }

    @Test
    void aTextThatNamesAnInstalmentNotInArrearsIsRefused() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        change(office, "update kibetsu set jiko_kansei_bi = date '2026-06-01' where kibetsu = 10");
        office.poll();
        CaseView shown = onlyCandidate(office);
        String text = "令和6年度第10期分が未納である。令和8年6月1日現在、滞納が継続している。";

        assertThat(office.cases()
                        .confirm(
                                List.of(new Confirmation(
                                        shown.id(), shown.factsDigest(), text, TestOffice.nothingApplies())),
                                OFFICER))
                .singleElement()
                .satisfies(no -> assertThat(no.objections()).containsExactly("滞納中でない期別は理由に記載できません（令和6年度第10期分）"));
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

    @Test
    void invariant8_everyActAndEveryLookIsInTheChain() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().show(cases.get(0), OFFICER);
        office.cases().enclosed(cases, NUMBER);
        office.cases().provided(cases, NUMBER);

        assertThat(chain(office)).hasSize(6);
        assertThat(String.join("\n", chain(office)))
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
        List<String> before = chain(office);

        assertThatThrownBy(() -> office.cases().enclosed(cases, "R8-002")).isInstanceOf(IllegalStateException.class);

        assertThat(chain(office)).isEqualTo(before);
    }

    @Test
    void batchesInAnyOrderTakeTheirTurn() throws Exception {
        TestOffice office = new TestOffice(ledger(), 12, 12);
        List<Finding> findings =
                office.findings().stream().flatMap(List::stream).toList();
        office.poll();
        List<Confirmation> words = office.cases().in(CaseState.CANDIDATE, OFFICER).stream()
                .map(TestOffice::confirmation)
                .toList();
        List<UUID> ids = words.stream().map(Confirmation::caseId).toList();
        Cases cases = office.cases();
        Runnable rollCall = () -> office.ledger.transactions().executeWithoutResult(status -> {
            cases.payees(ids);
            reversed(findings).forEach(finding -> cases.take(List.of(finding)));
        });

        together(
                10,
                rollCall,
                () -> cases.confirm(words, OFFICER),
                () -> cases.confirm(reversed(words), OFFICER),
                () -> cases.take(findings),
                () -> cases.take(reversed(findings)));

        assertThat(cases.counts().byState()).containsOnly(Map.entry(CaseState.READY, 12));
    }

    @Test
    void newPeopleFoundTwiceAtOnceHaveOneCaseEach() throws Exception {
        TestOffice office = new TestOffice(ledger(), 12, 12);
        List<Finding> findings =
                office.findings().stream().flatMap(List::stream).toList();
        Cases cases = office.cases();

        together(1, () -> takeAtTheNextTurn(cases, findings), () -> takeAtTheNextTurn(cases, reversed(findings)));

        assertThat(cases.counts().byState()).containsOnly(Map.entry(CaseState.CANDIDATE, 12));
    }

    /** Who comes second finds the cases opened, takes back all, and has another turn: as a route does. */
    private static void takeAtTheNextTurn(Cases cases, List<Finding> findings) {
        try {
            cases.take(findings);
        } catch (DuplicateKeyException e) {
            cases.take(findings);
        }
    }

    /** Several people act at the same moment, again and again. */
    private static void together(int times, Runnable... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        ExecutorService people = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Runnable act : acts) {
                all.add(people.submit(() -> {
                    for (int i = 0; i < times; i++) {
                        start.await(30, TimeUnit.SECONDS);
                        act.run();
                    }
                    return null;
                }));
            }
            for (Future<?> done : all) {
                done.get(60, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private TestOffice provided() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases, NUMBER);
        office.cases().provided(cases, NUMBER);
        return office;
    }

    /** Whatever happens in the city happens in its tables. */
    private static void change(TestOffice office, String sql) {
        JdbcClient.create(office.city).sql(sql).update();
    }

    private static UUID onlyCase(TestOffice office) {
        return office.ledger
                .jdbc()
                .sql("select id from case_file")
                .query(UUID.class)
                .single();
    }

    private static CaseView onlyCandidate(TestOffice office) {
        List<CaseView> candidates = office.cases().in(CaseState.CANDIDATE, OFFICER);
        assertThat(candidates).hasSize(1);
        return candidates.get(0);
    }

    private static CaseState state(TestOffice office, UUID id) {
        return office.cases().show(id, OFFICER).state();
    }

    /** The entries; the first line of an export is its heading. */
    private static List<String> chain(TestOffice office) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Chain chain =
                new Chain(office.ledger.jdbc(), office.ledger.transactionManager(), office.vault, Clock.systemUTC());
        office.ledger.transactions().executeWithoutResult(status -> chain.export(out));
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}

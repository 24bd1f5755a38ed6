package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestOffice.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import org.junit.jupiter.api.Test;

/** What a confirmation is bound to, and what takes it back; each kind of ledger inherits it. */
abstract class ConfirmingTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    abstract TestLedger ledger();

    @Test
    @OfficeRule("confirm-digest")
    void aConfirmationForOtherFactsIsRefused() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        CaseView shown = office.onlyCandidate();
        office.later(A_DAY);
        office.life().isSentADemand("9000000001");
        office.poll();

        List<NotConfirmed> refused = office.cases().confirm(List.of(TestOffice.confirmation(shown)), OFFICER);

        assertThat(refused)
                .singleElement()
                .satisfies(no -> assertThat(no.objections()).containsExactly("表示後に内容が変わりました。もう一度内容を確認してください"));
        assertThat(office.cases().ready()).isEmpty();
        assertThat(office.chain()).anyMatch(line -> line.contains("case-confirmation-refused"));
    }

    @Test
    @OfficeRule("confirm-per-case")
    void aConfirmationWithoutEveryAnswerOfTheProvisoIsRefused() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        CaseView shown = office.onlyCandidate();
        Map<Proviso, Boolean> answers = new HashMap<>(TestOffice.nothingApplies());
        answers.remove(Proviso.APPEAL);

        List<NotConfirmed> refused = office.cases()
                .confirm(
                        List.of(new Confirmation(
                                shown.id(), shown.factsDigest(), "=合計12,000円を滞納している。悪質である。", "", answers)),
                        OFFICER);

        assertThat(refused.get(0).objections())
                .anyMatch(objection -> objection.startsWith("回答がありません"))
                .anyMatch(objection -> objection.startsWith("執行停止を要しない理由"))
                .anyMatch(objection -> objection.contains("金額"))
                .anyMatch(objection -> objection.contains("評価のことば"))
                .anyMatch(objection -> objection.contains("行頭の記号"));
    }

    @Test
    @OfficeRule("why-not-suspended")
    void whereNoPropertyWasFoundTheOfficerWritesWhyExecutionIsNotSuspended() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        CaseView shown = office.onlyCandidate();
        Confirmation word = TestOffice.confirmation(shown);
        Confirmation without = new Confirmation(
                word.caseId(), word.factsDigest(), word.reasonText(), " ", TestOffice.nothingApplies());

        assertThat(shown.asksWhyNotSuspended()).isTrue();
        assertThat(office.cases().confirm(List.of(without), OFFICER))
                .singleElement()
                .satisfies(no ->
                        assertThat(no.objections()).singleElement().asString().startsWith("執行停止を要しない理由"));
        assertThat(office.cases().confirm(List.of(word), OFFICER)).isEmpty();

        assertThat(office.cases().show(shown.id(), OFFICER).whyNotSuspended()).isEqualTo(TestOffice.WHY_NOT_SUSPENDED);
        assertThat(office.cases().whyNotSuspended(List.of(shown.id())))
                .containsEntry(shown.id(), TestOffice.WHY_NOT_SUSPENDED);
        byte[] kept = office.ledger
                .jdbc()
                .sql("select why_not_suspended from case_file")
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("内部理由");
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
        assertThat(office.onlyCandidate().changes()).containsExactly("滞納整理の経過: 追加・変更1件、削除・変更前0件");
    }

    @Test
    @OfficeRule("no-time-barred")
    void anInstalmentThatFallsToLimitationTakesAConfirmedCaseBack() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.change("update kibetsu set jiko_kansei_bi = date '2026-06-02' where kibetsu = 10");
        office.poll();
        office.confirmAll();
        office.later(A_DAY);

        office.ask("9000000001");

        assertThat(office.onlyCandidate().cells().get(Item.EXHAUSTION_REASON)).doesNotContain("第10期分");
    }

    @Test
    void aStayThatEndsAfterConfirmationIsConfirmedAgain() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.change("update atena set zairyu_kigen = date '2026-06-01'");
        office.poll();
        office.confirmAll();
        office.later(A_DAY);

        office.ask("9000000001");

        assertThat(office.onlyCandidate().warnings()).anyMatch(warning -> warning.contains("在留期間の特例"));
        office.confirmAll();
        office.ask("9000000001");
        assertThat(office.cases().ready()).hasSize(1);
    }

    @Test
    @OfficeRule("no-time-barred")
    void aTextThatNamesAnInstalmentNotInArrearsIsRefused() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.change("update kibetsu set jiko_kansei_bi = date '2026-06-01' where kibetsu = 10");
        office.poll();
        CaseView shown = office.onlyCandidate();
        String text = "令和6年度第10期分が未納である。令和8年6月1日現在、滞納が継続している。";

        assertThat(office.cases()
                        .confirm(
                                List.of(new Confirmation(
                                        shown.id(),
                                        shown.factsDigest(),
                                        text,
                                        TestOffice.WHY_NOT_SUSPENDED,
                                        TestOffice.nothingApplies())),
                                OFFICER))
                .singleElement()
                .satisfies(no -> assertThat(no.objections()).containsExactly("滞納中でない期別は理由に記載できません（令和6年度第10期分）"));
    }
}

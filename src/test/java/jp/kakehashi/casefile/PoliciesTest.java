package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestFacts.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Mode;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.source.EventKind;
import jp.kakehashi.source.InstalmentState;
import jp.kakehashi.source.Payment;
import jp.kakehashi.source.SearchOutcome;
import jp.kakehashi.source.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PoliciesTest {

    private final Policies policies = new Policies(TestAgreement.demo());

    @Test
    void nothingIsSaidAgainstAnOrdinaryCase() {
        assertThat(policies.judge(new TestFacts().facts(), TODAY)).isEmpty();
        assertThat(policies.warnings(new TestFacts().facts(), TODAY)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocked")
    void whatIsWrongIsNamed(String words, Consumer<TestFacts> change) {
        TestFacts facts = new TestFacts();
        change.accept(facts);

        assertThat(policies.judge(facts.facts(), TODAY))
                .extracting(Rejection::words)
                .containsExactly(words);
    }

    static Stream<Arguments> blocked() {
        return Stream.of(
                blocked("在留カード番号なし", facts -> facts.card = null),
                blocked("登録内容の不備（在留カード番号: 英字2・数字8・英字2の形式ではありません）", facts -> facts.card = "ZZ0000001ZZ"),
                blocked("登録内容の不備（在留カード番号: 研修では架空の番号に限ります）", facts -> facts.card = "AB12345678CD"),
                blocked("登録内容の不備（氏名（英字）: 英字・漢字のいずれもありません）", facts -> facts.nameRoman = null),
                blocked("登録内容の不備（氏名（英字）: 使用できない文字があるか、100文字を超えています）", facts -> facts.nameRoman = "TEST=1"),
                blocked("登録内容の不備（生年月日: 未来の日付です）", facts -> facts.born = "2026-06-02"),
                blocked("登録内容の不備（生年月日: 記載がないか、日付の形式ではありません）", facts -> facts.born = "1990-02-30"),
                blocked("登録内容の不備（国籍・地域: 記載がありません）", facts -> facts.nationality = null),
                blocked("登録内容の不備（在留資格: 記載がないか、在留資格の名称ではありません）", facts -> facts.status = "りゅうがく"),
                blocked("登録内容の不備（在留期間: 記載がないか、期間の形式ではありません）", facts -> facts.period = "1年半"),
                blocked("登録内容の不備（在留期限: 記載がありません）", facts -> facts.expires = null),
                blocked(
                        "登録内容の不備（在留期限: 登録された満了の日から2月を超えています。登録内容を確認してください）",
                        facts -> facts.expires = LocalDate.of(2026, 3, 31)),
                blocked("永住者", facts -> {
                    facts.status = "永住者";
                    facts.period = "無期限";
                    facts.expires = null;
                }),
                blocked("滞納期間が基準未満", facts -> facts.oldestDue = LocalDate.of(2025, 6, 2)),
                blocked("最近の納付または未反映の納付あり", facts -> facts.payments = List.of(paid(TODAY.minusDays(14), false))),
                blocked("最近の納付または未反映の納付あり", facts -> facts.payments = List.of(paid(TODAY.minusDays(200), true))),
                blocked("対象外（要配慮）", facts -> facts.special = true),
                blocked("審査請求中（保留）", facts -> facts.disputed = true),
                blocked("徴収猶予・換価猶予中（保留）", facts -> facts.oldest = InstalmentState.DEFERRED));
    }

    @Test
    @OfficeRule("payer-foreign")
    void aPayerWhoIsNoForeignerIsExcluded() {
        whatIsWrongIsNamed("納付義務者が外国籍でない", facts -> facts.nationality = "日本");
    }

    @Test
    @OfficeRule("head-hold")
    void aHeadOfHouseholdWhoIsNotInsuredOrHasChangedHolds() {
        whatIsWrongIsNamed("世帯主が被保険者でない（保留）", facts -> facts.headInsured = false);
        whatIsWrongIsNamed("世帯主の変更あり（保留）", facts -> facts.headChangedOn = TODAY.minusDays(1));
    }

    @Test
    @OfficeRule("suspended-hold")
    void executionSuspendedHolds() {
        whatIsWrongIsNamed("執行停止中（保留）", facts -> facts.oldest = InstalmentState.SUSPENDED);
        whatIsWrongIsNamed("執行停止中（保留）", facts -> facts.alsoHappened(EventKind.SUSPENSION, TODAY.minusDays(9)));
    }

    @Test
    @OfficeRule("partial-hold")
    void aPartialPaymentHolds() {
        whatIsWrongIsNamed("一部納付あり（保留）", facts -> facts.oldest = InstalmentState.PARTLY_PAID);
        whatIsWrongIsNamed("一部納付あり（保留）", facts -> {
            facts.oldest = InstalmentState.PARTLY_PAID;
            facts.payments = List.of(paid(TODAY.minusDays(300), false));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notExhausted")
    @OfficeRule("exhausted")
    void collectionIsExhaustedOnlyByWhatWasDone(String words, Consumer<TestFacts> change) {
        whatIsWrongIsNamed(words, change);
    }

    static Stream<Arguments> notExhausted() {
        return Stream.of(
                blocked(
                        "滞納処分が十分でない（督促状を送付していない期別があります）",
                        facts ->
                                facts.didNotHappen(event -> event.bill().equals(Optional.of(TestFacts.bill(2025, 2))))),
                blocked(
                        "滞納処分が十分でない（催告の回数が基準に達していません）",
                        facts -> facts.didNotHappen(event -> event.kind() == EventKind.PHONE)),
                blocked("滞納処分が十分でない（基準の期間内に財産調査がありません）", facts -> {
                    facts.didNotHappen(event -> event.kind() == EventKind.ASSET_SEARCH);
                    facts.work.add(TestFacts.search(LocalDate.of(2025, 5, 31), SearchOutcome.NOTHING_FOUND));
                }),
                blocked("滞納処分が十分でない（差押えの不足又は不能が確認されていません）", facts -> {
                    facts.didNotHappen(event -> event.kind() == EventKind.ASSET_SEARCH);
                    facts.work.add(TestFacts.search(LocalDate.of(2025, 10, 9), SearchOutcome.FOUND));
                }),
                blocked("督促状の返戻あり（保留）", facts -> facts.alsoHappened(EventKind.REMINDER_RETURNED, TODAY.minusDays(90))),
                blocked("納付相談中（保留）", facts -> facts.alsoHappened(EventKind.CONSULTATION, TODAY.minusDays(30))),
                blocked("分納誓約を履行中（保留）", facts -> facts.alsoHappened(EventKind.INSTALMENT_PLEDGE, TODAY.minusDays(90))));
    }

    @ParameterizedTest
    @CsvSource({
        "reminder-for-each: true, reminder-for-each: false, 督促状を送付していない期別があります",
        "demands: 3, demands: 0, 催告の回数が基準に達していません",
        "search-within-months: 12, search-within-months: 0, 基準の期間内に財産調査がありません",
        "seizure-tried: true, seizure-tried: false, 差押えの不足又は不能が確認されていません"
    })
    @OfficeRule("exhausted")
    void whatMustHaveBeenDoneIsTheAgreementsToSay(String asked, String waived, String objection) {
        TestFacts facts = new TestFacts();
        facts.work.clear();

        assertThat(policies.judge(facts.facts(), TODAY))
                .extracting(Rejection::detail)
                .contains(objection);
        assertThat(new Policies(TestAgreement.with(asked, waived)).judge(facts.facts(), TODAY))
                .extracting(Rejection::detail)
                .hasSize(3)
                .doesNotContain(objection);
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void whatIsOverStandsAgainstNobody(Consumer<TestFacts> change) {
        TestFacts facts = new TestFacts();
        change.accept(facts);

        assertThat(policies.judge(facts.facts(), TODAY)).isEmpty();
    }

    static Stream<Consumer<TestFacts>> allowed() {
        return Stream.of(
                facts -> facts.alsoHappened(EventKind.CONSULTATION, TODAY.minusDays(31)),
                facts -> {
                    facts.alsoHappened(EventKind.INSTALMENT_PLEDGE, TODAY.minusDays(90));
                    facts.alsoHappened(EventKind.PLEDGE_BROKEN, TODAY.minusDays(40));
                },
                facts -> {
                    facts.alsoHappened(EventKind.SUSPENSION, TODAY.minusDays(90));
                    facts.alsoHappened(EventKind.SUSPENSION_CANCELLED, TODAY.minusDays(40));
                },
                facts -> {
                    facts.alsoHappened(EventKind.REMINDER_RETURNED, TODAY.minusDays(90));
                    facts.alsoHappened(EventKind.PUBLIC_NOTICE, TODAY.minusDays(60));
                },
                facts -> {
                    facts.oldest = InstalmentState.PARTLY_PAID;
                    facts.payments = List.of(paid(TODAY.minusMonths(13), false));
                },
                facts -> {
                    facts.oldestDue = LocalDate.of(2025, 5, 30);
                    facts.limitation = null;
                });
    }

    @Test
    void whatIsPastLimitationDoesNotCountAsOverdue() {
        TestFacts facts = new TestFacts();
        facts.limitation = TODAY;

        assertThat(policies.judge(facts.facts(), TODAY))
                .extracting(Rejection::words)
                .contains("滞納期間が基準未満");
    }

    @Test
    void arrearsThatEndedByLimitationWereNotPaid() {
        TestFacts facts = new TestFacts();
        facts.limitation = TODAY;
        facts.newest = InstalmentState.PAID;

        assertThat(policies.judge(facts.facts(), TODAY))
                .extracting(Rejection::reason)
                .containsExactly(Reason.TIME_BARRED);
    }

    @Test
    @OfficeRule("suspended-hold")
    void theAgreementMayWithdrawWhomItHolds() {
        List<Rejection> stopped = List.of(Rejection.of(Reason.EXECUTION_SUSPENDED), Rejection.of(Reason.DEFERRED));

        assertThat(policies.endings(stopped)).isEmpty();
        assertThat(new Policies(TestAgreement.with("execution-suspended: hold", "execution-suspended: withdraw"))
                        .endings(stopped))
                .containsExactly(Rejection.of(Reason.EXECUTION_SUSPENDED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warned")
    void whatIsOddIsShownButDecidesNothing(String words, Consumer<TestFacts> change) {
        TestFacts facts = new TestFacts();
        change.accept(facts);

        assertThat(policies.judge(facts.facts(), TODAY)).isEmpty();
        assertThat(policies.warnings(facts.facts(), TODAY)).containsExactly(words);
    }

    static Stream<Arguments> warned() {
        return Stream.of(
                blocked("氏名（英字）: 記号を含みます", facts -> facts.nameRoman = "TEST-PERSON O'ALPHA"),
                blocked("氏名（英字）: 39文字を超えています", facts -> facts.nameRoman = "TESTPERSON " + "A".repeat(40)),
                blocked("氏名（漢字）: 外字など、相手方で表示できないおそれのある文字を含みます", facts -> facts.nameKanji = "架空\uE000"),
                blocked("氏名（漢字）: 外字など、相手方で表示できないおそれのある文字を含みます", facts -> facts.nameKanji = "架空〓"),
                blocked("性別: 記載がありません", facts -> facts.sex = Sex.UNKNOWN),
                blocked("生年月日: 不詳の部分があります", facts -> facts.born = "1980-00-00"),
                blocked("生年月日: 18歳未満の世帯主です", facts -> facts.born = "2009-01-01"),
                blocked("在留期間: この在留資格では通常ない期間です", facts -> {
                    facts.status = "研究";
                    facts.period = "4年";
                }),
                blocked("在留期限: 在留期間の特例（満了後2月）に該当する可能性", facts -> facts.expires = LocalDate.of(2026, 4, 1)));
    }

    @Test
    void rareKanjiOutsideTheBasicPlaneAreNotOdd() {
        TestFacts facts = new TestFacts();
        facts.nameKanji = "\uD842\uDFB7野 葛\uDB40\uDD00";

        assertThat(policies.warnings(facts.facts(), TODAY)).isEmpty();
    }

    @Test
    void everyReasonIsCollected() {
        TestFacts facts = new TestFacts();
        facts.card = null;
        facts.nationality = null;
        facts.oldestDue = LocalDate.of(2026, 3, 31);

        assertThat(policies.judge(facts.facts(), TODAY))
                .extracting(Rejection::reason)
                .containsExactly(Reason.UNDER_ONE_YEAR_OVERDUE, Reason.NO_CARD_NUMBER, Reason.DATA_INCOMPLETE);
    }

    @Test
    void aReversedPaymentIsNone() {
        TestFacts facts = new TestFacts();
        facts.payments = List.of(new Payment(
                TestFacts.bill(2024, 3),
                TODAY.minusDays(3),
                Optional.of(TODAY.minusDays(2)),
                true,
                Optional.of(TODAY.minusDays(1))));

        assertThat(policies.judge(facts.facts(), TODAY)).isEmpty();
    }

    @Test
    @OfficeRule("training-cards")
    void trainingTakesFictitiousCardsOnlyAndLiveUseNone() {
        TestFacts fictitious = new TestFacts();
        TestFacts issued = new TestFacts();
        issued.card = "AB00000001CD";

        assertThat(flaws(Mode.TRAINING, fictitious)).isEmpty();
        assertThat(flaws(Mode.LIVE, issued)).isEmpty();
        assertThat(flaws(Mode.TRAINING, issued)).singleElement().asString().contains("研修では架空の番号に限ります");
        assertThat(flaws(Mode.LIVE, fictitious)).singleElement().asString().contains("研修用の架空の番号です");
    }

    private static List<Flaw> flaws(Mode mode, TestFacts facts) {
        return new Fields(mode).flaws(facts.person(), TODAY);
    }

    private static Payment paid(LocalDate on, boolean provisional) {
        return new Payment(TestFacts.bill(2024, 3), on, Optional.of(on), provisional, Optional.empty());
    }

    private static Arguments blocked(String words, Consumer<TestFacts> change) {
        return Arguments.of(words, change);
    }
}

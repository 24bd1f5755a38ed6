package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestFacts.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.source.Payment;
import jp.kakehashi.source.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
                        "登録内容の不備（在留期限: 満了から2月を超えています。係長に引き継いでください）",
                        facts -> facts.expires = LocalDate.of(2026, 3, 31)),
                blocked("日本国籍", facts -> facts.nationality = "日本"),
                blocked("永住者", facts -> {
                    facts.status = "永住者";
                    facts.period = "無期限";
                    facts.expires = null;
                }),
                blocked("滞納期間が基準未満", facts -> facts.oldestDue = LocalDate.of(2025, 6, 2)),
                blocked("最近の納付または未反映の納付あり", facts -> facts.payments = List.of(paid(TODAY.minusDays(14), false))),
                blocked("最近の納付または未反映の納付あり", facts -> facts.payments = List.of(paid(TODAY.minusDays(200), true))));
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

    private static Payment paid(LocalDate on, boolean provisional) {
        return new Payment(TestFacts.bill(2024, 3), on, Optional.of(on), provisional, Optional.empty());
    }

    private static Arguments blocked(String words, Consumer<TestFacts> change) {
        return Arguments.of(words, change);
    }
}

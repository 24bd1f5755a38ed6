package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestFacts.TODAY;
import static jp.kakehashi.casefile.TestFacts.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.source.EventKind;
import jp.kakehashi.source.Language;
import jp.kakehashi.source.SearchOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonWriterTest {

    private final ReasonWriter writer = new ReasonWriter(TestAgreement.demo().reasonText());

    @Test
    void theTextTellsTheCasesOwnDatedEvents() {
        TestFacts facts = new TestFacts();
        facts.work = List.of(
                TestFacts.reminder(LocalDate.of(2024, 9, 20), TestFacts.bill(2024, 3)),
                TestFacts.reminder(LocalDate.of(2025, 8, 20), TestFacts.bill(2025, 2)),
                event(EventKind.DEMAND_LETTER, LocalDate.of(2024, 12, 1), Language.EN),
                event(EventKind.FINAL_DEMAND, LocalDate.of(2026, 5, 1), Language.EN),
                event(EventKind.PHONE, LocalDate.of(2025, 1, 15), Language.JA),
                event(EventKind.PHONE, LocalDate.of(2024, 1, 15), Language.JA),
                event(EventKind.CONSULTATION, LocalDate.of(2025, 5, 12), Language.EN),
                event(EventKind.INSTALMENT_PLEDGE, LocalDate.of(2025, 5, 12), null),
                event(EventKind.PLEDGE_BROKEN, LocalDate.of(2025, 7, 1), null),
                TestFacts.search(LocalDate.of(2025, 10, 9), SearchOutcome.NOTHING_FOUND));

        assertThat(writer.compose(facts.facts(), TODAY))
                .isEqualTo("令和6年度第3期分から令和7年度第2期分まで（最も古い納期限 令和6年9月2日）が未納である。"
                        + "各期に督促状を送付した。文書催告2回、電話催告1回を行った。上記のうち2回は英語で行った。"
                        + "令和7年5月12日に納付相談を行った。令和7年5月12日に分割納付の誓約を受けたが、履行されていない。"
                        + "令和7年10月に財産調査を行ったが、滞納処分の対象となる財産を発見できなかった。"
                        + "令和8年6月1日現在、滞納が継続している。");
    }

    @Test
    void aSentenceWithoutAnEventBehindItIsLeftOut() {
        TestFacts facts = new TestFacts();
        facts.work = List.of();

        assertThat(writer.compose(facts.facts(), TODAY))
                .isEqualTo("令和6年度第3期分から令和7年度第2期分まで（最も古い納期限 令和6年9月2日）が未納である。令和8年6月1日現在、滞納が継続している。");
    }

    @Test
    @OfficeRule("no-time-barred")
    void anInstalmentPastLimitationStandsInNoText() {
        TestFacts facts = new TestFacts();
        facts.limitation = TODAY;

        assertThat(writer.compose(facts.facts(), TODAY))
                .startsWith("令和7年度第2期分（納期限 令和7年7月31日）が未納である。")
                .doesNotContain("令和6年度");
    }

    @Test
    void theProposedTextHasNothingToObjectTo() {
        assertThat(ReasonLinter.objections(writer.compose(new TestFacts().facts(), TODAY)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "合計12,000円が未納である。",
                "１２万円が未納である。",
                "見本町一丁目の自宅を訪問した。",
                "架空銀行の預金を調査した。",
                "株式会社架空に給与を照会した。",
                "病気を理由に納付していない。",
                "悪質な滞納である。",
                "03-0000-0000に電話した。",
                "口座1234567を調査した。",
                "在留カードはZZ00000001ZZである。",
                "財産を調査した。\n=1+1",
                "@財産を調査した。"
            })
    void whatMayNotStandThereIsRefused(String sentence) {
        assertThat(ReasonLinter.objections(sentence + "令和8年6月1日現在、滞納が継続している。")).isNotEmpty();
    }

    @Test
    void whatNobodySeesIsRefused() {
        String text = "令和8年6月1日現在、滞納が継続している。";
        assertThat(ReasonLinter.objections(text)).isEmpty();
        for (String unseen : List.of("\u0007", "\u202e", "\u200b", "\t")) {
            assertThat(ReasonLinter.objections(text + unseen))
                    .singleElement()
                    .asString()
                    .contains("目に見えない");
        }
    }

    @Test
    void aTextTooShortIsRefused() {
        assertThat(ReasonLinter.objections("滞納中")).singleElement().asString().contains("20文字以上");
    }
}

package jp.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.workbook.Column;
import jp.kakehashi.workbook.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the agreement's form makes of a workbook. */
class SheetTest {

    private static final Imprint IMPRINT = new Imprint("R8-001", LocalDate.of(2026, 6, 1), Optional.of("0427"));
    private static final String TITLE_ROWS = "    title-rows:\n      - 国民健康保険料滞納者情報　{controlNumber}　{date}\n";

    @TempDir
    private Path folder;

    @Test
    @OfficeRule("code-inside")
    void theShippedFormHasOneTitleRowWithMarkAndCode() {
        Layout layout = TestAgreement.demo().layout(DocumentKind.PROVISION, IMPRINT);
        assertThat(layout.titleRows()).containsExactly("【研修用】国民健康保険料滞納者情報　R8-001　令和8年6月1日　受領確認コード 0427");
        assertThat(layout.columns()).extracting(Column::heading).containsExactly(labels());
        assertThat(layout.numbered()).isTrue();
        assertThat(layout.endMark()).isTrue();
        assertThat(layout.footer()).contains("取扱注意");
        assertThat(layout.conditions()).hasSize(10).contains("根拠　個人情報の保護に関する法律第69条第2項第3号、要綱第3条第1項第3号（外部提供）");
    }

    @Test
    void aTestExchangeIsMarkedAsSuch() {
        assertThat(TestAgreement.demo()
                        .layout(DocumentKind.TEST, IMPRINT)
                        .titleRows()
                        .get(0))
                .startsWith("【研修用】【送受信試験】");
    }

    @Test
    void liveSheetsCarryNoMark() throws IOException {
        assertThat(changed("mode: training", "mode: live")
                        .layout(DocumentKind.PROVISION, IMPRINT)
                        .titleRows())
                .containsExactly("国民健康保険料滞納者情報　R8-001　令和8年6月1日　受領確認コード 0427");
    }

    @Test
    @OfficeRule("code-inside")
    void withoutTitleRowsTheCodeStandsOnTheSheetOfConditions() throws IOException {
        Layout layout = changed(TITLE_ROWS, "    title-rows: []\n").layout(DocumentKind.PROVISION, IMPRINT);
        assertThat(layout.titleRows()).isEmpty();
        assertThat(layout.conditions().get(0)).startsWith("【研修用】件名");
        assertThat(layout.conditions().get(layout.conditions().size() - 1)).endsWith("受領確認コード 0427");
    }

    @Test
    @OfficeRule("code-inside")
    void withoutThatInTheFooter() throws IOException {
        Layout layout = changed(
                        TITLE_ROWS + "    numbered: true\n    conditions-sheet: true",
                        "    title-rows: []\n    numbered: true\n    conditions-sheet: false")
                .layout(DocumentKind.PROVISION, IMPRINT);
        assertThat(layout.conditions()).isEmpty();
        assertThat(layout.footer()).contains("【研修用】取扱注意　受領確認コード 0427");
    }

    @Test
    @OfficeRule({"form-receiver", "training-marked"})
    void thePlainFormHasItsHeadingsInRowOneAndNothingElse() {
        Agreement plain = Agreements.load(Path.of("config/agreements/examples")).only();
        Layout layout =
                plain.layout(DocumentKind.PROVISION, new Imprint("R8-001", LocalDate.of(2026, 6, 1), Optional.empty()));
        assertThat(plain.printsCode()).isFalse();
        assertThat(layout.titleRows()).isEmpty();
        assertThat(layout.headingRow()).isEqualTo(1);
        assertThat(layout.conditions()).isEmpty();
        assertThat(layout.numbered() || layout.endMark()).isFalse();
        assertThat(layout.footer()).as("training marks every sheet").contains("【研修用】");
        assertThat(layout.columns()).first().extracting(Column::heading).isEqualTo("在留カード等番号");
        assertThat(plain.columns()).startsWith(Item.RESIDENCE_CARD_NUMBER, Item.NAME_ROMAN);
        assertThat(plain.datesOf(Item.BIRTH_DATE).of(1980, 0, 0)).isEqualTo("1980/00/00");
        assertThat(TestAgreement.demo().datesOf(Item.BIRTH_DATE).of(1980, 0, 0)).isEqualTo("1980年00月00日");
    }

    @Test
    @OfficeRule("form-receiver")
    void theHeadingsStandInTheRowThatTheReceiverWants() throws IOException {
        Layout layout = changed("    numbered: true", "    heading-row: 5\n    numbered: true")
                .layout(DocumentKind.PROVISION, IMPRINT);
        assertThat(layout.headingRow()).isEqualTo(5);
        assertThat(layout.titleRows()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'    numbered: true', '    heading-row: 1\n    numbered: true', heading-row",
        "'    numbered: true', '    heading-row: 31\n    numbered: true', heading-row",
        "'heading: 性別,', 'heading: 性別, dates: digits,', dates",
        "'heading: 生年月日,', 'heading: 生年月日, dates: era,', dates",
    })
    void aFormThatCannotBeMadeIsRefused(String from, String to, String key) {
        assertThatThrownBy(() -> changed(from, to.replace("\\n", "\n")))
                .isInstanceOf(AgreementException.class)
                .hasMessageContaining(key);
    }

    @Test
    void theCodeIsFoundInTheTitleRows() {
        List<String> title =
                TestAgreement.demo().layout(DocumentKind.PROVISION, IMPRINT).titleRows();
        assertThat(Imprint.codeIn(title)).contains("0427");
        assertThat(Imprint.codeIn(List.of("受領確認コード 12345", "国民健康保険料滞納者情報"))).isEmpty();
    }

    @Test
    void theNumberOfRowsIsReadBackFromTheMail() {
        LetterText letter =
                TestAgreement.demo().document(DocumentKind.PROVISION).letter();
        String text = String.join("\r\n", letter.body("R8-001", 512, "令和8年6月1日", "03-0000-0000", Optional.empty()));
        assertThat(letter.rowsTold(text)).contains(512);
        assertThat(letter.rowsTold("件数　　　沢山件")).isEmpty();
        assertThat(letter.rowsTold("お世話になっております。")).isEmpty();
    }

    @Test
    void invariant1_aKindThatIsNotAgreedHasNoLayout() {
        assertThatThrownBy(() -> TestAgreement.demo().layout(DocumentKind.CORRECTION, IMPRINT))
                .hasMessageContaining("covers no CORRECTION");
    }

    private static String[] labels() {
        return Arrays.stream(Item.values()).map(Item::label).toArray(String[]::new);
    }

    private Agreement changed(String from, String to) throws IOException {
        String text = Files.readString(Path.of("config/agreements/nhi-tokyo-isa.yaml"));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve("changed.yaml"), text.replace(from, to));
        return Agreements.load(folder).only();
    }
}

package jp.kakehashi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written comes back, character by character, or is refused. */
class WorkbookRoundTripTest {

    private static final Layout ONE_COLUMN = new Layout(
            "表", List.of(), 1, List.of(new Column("内容", 20, true)), false, List.of(), false, Optional.empty());

    @Test
    void rowsBetweenTitleAndHeadingsStayEmpty() {
        Layout spaced = new Layout(
                "表", List.of("題名"), 5, List.of(new Column("内容", 20, true)), true, List.of(), true, Optional.empty());

        Opened opened = open(Samples.sealed(spaced, List.of(List.of("一"), List.of("二"))), spaced);

        assertThat(opened).isEqualTo(new Opened.Read(List.of("題名"), List.of(List.of("一"), List.of("二"))));
    }

    @Test
    void everyCellAndTitleRowComesBack() {
        List<List<String>> rows = Samples.rows(500);

        Opened opened = open(Samples.sealed(Samples.LAYOUT, rows), Samples.LAYOUT);

        assertThat(opened)
                .isEqualTo(new Opened.Read(Samples.LAYOUT.titleRows(), rows))
                .hasToString("Read[500 rows]");
    }

    @Test
    void anyTextSurvivesCharacterByCharacter() {
        List<List<String>> rows = Stream.of(
                        "=1+1",
                        "+81",
                        "-1",
                        "@user",
                        "\t先頭のタブ",
                        " 前後の空白 ",
                        "　全角　",
                        "一行目\n二行目\r\n三行目\r",
                        "<b>&amp;\"'</b>]]>",
                        "_x000D_ and _x0041_",
                        "_x_ _x12_ _",
                        "辻󠄀 葛󠄁",
                        "𠮷野家 😀",
                        "\uE000外字",
                        "0123",
                        "1E5",
                        "\u0085\u2028")
                .map(List::of)
                .toList();

        assertThat(open(Samples.sealed(ONE_COLUMN, rows), ONE_COLUMN)).isEqualTo(new Opened.Read(List.of(), rows));
    }

    @Test
    void theLongestCellSurvives() {
        String longest = "長".repeat(32_767);

        Opened opened = open(Samples.sealed(ONE_COLUMN, List.of(List.of(longest))), ONE_COLUMN);

        assertThat(opened).isEqualTo(new Opened.Read(List.of(), List.of(List.of(longest))));
    }

    @Test
    void anEmptyTableIsATable() {
        assertThat(open(Samples.sealed(Samples.LAYOUT, List.of()), Samples.LAYOUT))
                .isEqualTo(new Opened.Read(Samples.LAYOUT.titleRows(), List.of()));
    }

    @Test
    void anEmptyRowInTheMiddleKeepsItsPlace() {
        List<List<String>> rows = List.of(List.of("上"), List.of(""), List.of("下"));

        assertThat(open(Samples.sealed(ONE_COLUMN, rows), ONE_COLUMN)).isEqualTo(new Opened.Read(List.of(), rows));
    }

    static Stream<String> unwritable() {
        return Stream.of(
                "秘密\u0000", "秘密\u0008", "秘密\u001F", "秘密\uFFFE", "秘密\uFFFF", "秘密\uD842", "\uDFB7秘密", "秘".repeat(32_768));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void whatNoWorkbookCanHoldIsRefusedByRowAndHeadingWithoutTheText(String text) {
        List<List<String>> rows = List.of(List.of("よい"), List.of(text));

        assertThatThrownBy(() -> new PackageWriter(ONE_COLUMN, OutputStream.nullOutputStream()).write(rows.iterator()))
                .isInstanceOf(UnwritableCellException.class)
                .hasMessageContaining("2件目「内容」")
                .hasMessageNotContaining("秘");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> Samples.sealed(ONE_COLUMN, List.of(List.of("一", "二"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 has 2 cells, the layout 1");
    }

    private static Opened open(byte[] file, Layout layout) {
        return Workbooks.read(file, Samples.PASSWORD, layout, Bounds.OF_A_MAIL);
    }
}

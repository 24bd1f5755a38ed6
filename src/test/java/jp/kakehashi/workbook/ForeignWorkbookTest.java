package jp.kakehashi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Known answers: workbooks that no code of ours made. {@code make_inquiry.py} (openpyxl, saved again by LibreOffice: shared strings,
 * rich text, numbers) and {@code encrypt_agile.py} (agile encryption by Python's own hashes) lie beside them and say how they are
 * run; made with
 *
 * <pre>
 * /usr/bin/python3 make_inquiry.py plain.xlsx inquiry-standard.xlsx
 * /usr/bin/python3 encrypt_agile.py plain.xlsx inquiry-sha512.xlsx sha512 256 100000
 * /usr/bin/python3 encrypt_agile.py plain.xlsx inquiry-sha1.xlsx sha1 128 100000
 * /usr/bin/python3 encrypt_agile.py plain.xlsx inquiry-one-round.xlsx sha512 256 1
 * </pre>
 */
class ForeignWorkbookTest {

    static final Layout INQUIRY = new Layout(
            "照会",
            List.of(),
            1,
            List.of(column("送付番号"), column("氏名（英字）"), column("件数"), column("照会内容")),
            false,
            List.of(),
            false,
            Optional.empty());

    private static Column column(String heading) {
        return new Column(heading, 20, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inquiry-sha512.xlsx", "inquiry-sha1.xlsx"})
    void aForeignAgileWorkbookIsReadCellByCell(String file) throws IOException {
        assertThat(read(file, Samples.PASSWORD))
                .isEqualTo(new Opened.Read(
                        List.of("疑義照会書（架空の見本）", "照会番号 Q8-001 確認コード 4321"),
                        List.of(
                                List.of("R8-001 / 1", "KAKUU HANAKO", "12", "生年月日を確認したい。\n二行目。"),
                                List.of("R8-001 / 2", "辻󠄀 𠮷野", "0.5", " 前後に空白 "),
                                List.of("", "", "", ""),
                                List.of("R8-001 / 4", "", "20000000000", "同じ"),
                                List.of("R8-001 / 5", "", "-3", "同じ"))));
    }

    @Test
    void encryptionThatCannotShowTamperingIsRefused() throws IOException {
        assertThat(read("inquiry-standard.xlsx", Samples.PASSWORD))
                .isEqualTo(new Opened.Unreadable(Reason.UNSUPPORTED_ENCRYPTION, "暗号化の情報"));
    }

    @Test
    void moreRoundsOfKeyDerivationThanAllowedAreNotBegun() throws IOException {
        assertThat(read("inquiry-sha512.xlsx", Samples.PASSWORD, new Bounds(20_000, 99_999, 20, 100_000, 100, 100)))
                .isEqualTo(new Opened.Unreadable(Reason.OUT_OF_BOUNDS, "鍵導出の回数"));
    }

    @Test
    void aWrongPasswordIsAValue() throws IOException {
        assertThat(read("inquiry-sha512.xlsx", "wrong".toCharArray()))
                .isEqualTo(new Opened.Unreadable(Reason.WRONG_PASSWORD, ""));
    }

    private static Opened read(String name, char[] password) throws IOException {
        return read(name, password, Bounds.OF_A_MAIL);
    }

    private static Opened read(String name, char[] password, Bounds bounds) throws IOException {
        try (var file = ForeignWorkbookTest.class.getResourceAsStream(name)) {
            return Workbooks.read(file.readAllBytes(), password, INQUIRY, bounds);
        }
    }
}

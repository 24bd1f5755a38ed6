package jp.kakehashi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks with the right password and an intact HMAC that are broken, hostile or of another form: a reason, never a row. */
class HostileWorkbookTest {

    private static final Layout LAYOUT = new Layout(
            "表",
            List.of(),
            1,
            List.of(new Column("氏名", 20, false), new Column("内容", 20, true)),
            true,
            List.of(),
            true,
            Optional.empty());
    private static final Bounds BOUNDS = new Bounds(1_000_000, 100_000, 20, 6_000_000, 100, 50);
    private static final String WORKBOOK =
            "<workbook xmlns:r='r'><sheets><sheet name='表' sheetId='1' r:id='r1'/></sheets></workbook>";
    private static final String RELATIONSHIPS =
            "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";
    private static final String HEADINGS = row(1, "番号", "氏名", "内容");
    private static final String END = row(3, "以下余白");

    private final Map<String, String> parts =
            new LinkedHashMap<>(Map.of("xl/workbook.xml", WORKBOOK, "xl/_rels/workbook.xml.rels", RELATIONSHIPS));

    @Test
    void aSoundOneIsRead() {
        assertThat(openSheet(HEADINGS + row(2, "1", "架空", "<b>") + END))
                .isEqualTo(new Opened.Read(List.of(), List.of(List.of("架空", "<b>"))));
    }

    @Test
    void theLayoutIsHeldToTheCell() {
        String one = row(2, "1", "架空", "x");
        assertLayout("見出し「番号・氏名・内容」の行がありません", row(1, "番号", "氏名") + END);
        assertLayout("見出し「番号・氏名・内容」の行がありません", "");
        assertLayout("「以下余白」がありません", HEADINGS + one);
        assertLayout("4行目（「以下余白」より後）", HEADINGS + one + END + row(4, "2", "架空", "y"));
        assertLayout("2行目（見出しのない列）", HEADINGS + row(2, "1", "架空", "x", "十一番目") + END);
        assertLayout("2行目「番号」", HEADINGS + row(2, "2", "架空", "x") + END);
        assertLayout("2行目「番号」", HEADINGS + row(3, "1", "架空", "x") + row(4, "以下余白"));
        assertLayout("2行目の1列目（数式）", HEADINGS + "<row r='2'><c r='A2'><f>1</f><v>1</v></c></row>" + END);
        assertLayout("2行目の1列目（エラー値）", HEADINGS + "<row r='2'><c r='A2' t='e'><v>#N/A</v></c></row>" + END);
        parts.put("xl/workbook.xml", WORKBOOK.replace("表", "別"));
        assertLayout("シート「表」がありません", HEADINGS + one + END);
    }

    private void assertLayout(String where, String rows) {
        assertThat(openSheet(rows)).isEqualTo(new Opened.Unreadable(Reason.LAYOUT, where));
    }

    @ParameterizedTest
    @CsvSource({
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>,         <row r='1'><c r='A1' t='str'><v>&e;</v></c></row>",
        "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY e '&a;&a;'>]>,               <row r='1'><c r='A1' t='str'><v>&e;</v></c></row>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>,                    ''",
        "'',                                                                <row r='1'></c>",
        "'',                                                                <row r='2'/><row r='1'/>",
        "'',                                                                <row r='1'/><row r='1'/>",
        "'',                                                                <row r='x'/>",
        "'',                                                                <row r='1'><c r='A2'/></row>",
        "'',                                                                <row r='1'><c r='1A'/></row>",
        "'',                                                                <row r='1'><c r='ZZZ1'/></row>",
        "'',                                                                <row r='1'><c r='B1'/><c r='A1'/></row>",
        "'',                                                                <row r='1'><c r='A1' t='s'><v>7</v></c></row>",
        "'',                                                                <row r='1'><c r='A1' t='n'><v>x</v></c></row>",
    })
    void brokenOrExternalXmlIsNoWorkbook(String prologue, String rows) {
        assertThat(openSheet(prologue, rows))
                .isInstanceOfSatisfying(
                        Opened.Unreadable.class, no -> assertThat(no.reason()).isEqualTo(Reason.NOT_A_WORKBOOK));
    }

    @Test
    void whatIsBuiltToExhaustTheReaderIsGivenUp() {
        assertExhausting("<x>".repeat(40) + "</x>".repeat(40));
        assertExhausting("<row r='1'><c r='A1' t='n'><v>1E999999999</v></c></row>");
        assertExhausting("<row r='1'><c r='A1' t='str'><v>" + "a".repeat(32_768) + "</v></c></row>");
        assertExhausting("<row r='1'><c r='A1' t='str'><v>" + "a".repeat(300_000) + "</v></c></row>");
        assertExhausting(HEADINGS + row(1_000_000, "1", "架空", "x"));
        assertExhausting("<!--" + " ".repeat(7_000_000) + "-->");
        assertExhausting(" ".repeat(5_000_000));
        for (int i = 0; i < 30; i++) {
            parts.put("xl/media/" + i, "");
        }
        assertExhausting(HEADINGS + END);
    }

    @Test
    void oneEndlessTextOrAttributeIsGivenUpBeforeItFillsTheMemory() {
        String endless = "架".repeat(700_000);
        assertExhausting(
                "<row r='1'><c r='A1' t='inlineStr'><is><t>" + endless + "</t></is></c></row>" + HEADINGS + END);
        assertExhausting("<row r='1'><c r='A1' t='" + endless + "'/></row>" + HEADINGS + END);
        assertExhausting("<row r='1'><!--" + endless + "--></row>" + HEADINGS + END);
    }

    private void assertExhausting(String rows) {
        assertThat(openSheet(rows))
                .isInstanceOfSatisfying(
                        Opened.Unreadable.class, no -> assertThat(no.reason()).isEqualTo(Reason.OUT_OF_BOUNDS));
    }

    /** CVE-2025-31672: readers that differ in which of two parts of one name they take. */
    @Test
    void twoPartsOfOneNameAreRefused() {
        parts.put("XL/workbook.xml", WORKBOOK);
        assertThat(openSheet(HEADINGS + END)).isEqualTo(new Opened.Unreadable(Reason.OUT_OF_BOUNDS, "ブックの部品の数又は重複"));
    }

    @Test
    void sharedStringsBehindTheSheetAreFound() {
        parts.put(
                "xl/_rels/workbook.xml.rels",
                RELATIONSHIPS.replace(
                        "</R", "<Relationship Id='r2' Type='x/sharedStrings' " + "Target='/xl/strings.xml'/></R"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                sheet(
                        "",
                        HEADINGS
                                + "<row r='2'><c r='A2'><v>1</v></c><c r='B2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c></row>"
                                + END));
        parts.put(
                "xl/strings.xml",
                "<sst><si><r><t>架</t></r><r><t>空</t></r><rPh sb='0' eb='1'><t>カクウ</t></rPh></si>"
                        + "<si><t>_x0041_<![CDATA[<]]></t></si></sst>");

        assertThat(open()).isEqualTo(new Opened.Read(List.of(), List.of(List.of("架空", "A<"))));
    }

    @Test
    void whatIsNotEncryptedOrNoWorkbookAtAllIsSaid() {
        assertThat(read(zip())).isEqualTo(new Opened.Unreadable(Reason.NOT_ENCRYPTED, ""));
        assertThat(read(new byte[0])).isEqualTo(new Opened.Unreadable(Reason.NOT_A_WORKBOOK, "ファイルの先頭"));
        assertThat(read("これは文書です".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Opened.Unreadable(Reason.NOT_A_WORKBOOK, "ファイルの先頭"));
        assertThat(read(new byte[1_000_001]))
                .isEqualTo(new Opened.Unreadable(Reason.OUT_OF_BOUNDS, "ファイル全体（1000001バイト）"));
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItIsCut(@TempDir Path folder) throws IOException {
        parts.put("xl/worksheets/sheet1.xml", sheet("", HEADINGS + row(2, "1", "架空", "x") + END));
        byte[] whole = sealed();
        assertThat(read(whole)).isInstanceOf(Opened.Read.class);
        Path cut = folder.resolve("cut.xlsx");
        int end = whole.length;
        while (whole[end - 1] == 0) {
            end--; // a compound file is padded with zeros, and reads the same without them
        }
        for (int length = end - 1; length > 0; length -= end / 9) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThat(Workbooks.read(cut, Samples.PASSWORD, LAYOUT, BOUNDS))
                    .as("cut at %d", length)
                    .isInstanceOf(Opened.Unreadable.class);
        }
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < cells.length; i++) {
            row.append("<c r='%s%d' t='inlineStr'><is><t>%s</t></is></c>"
                    .formatted(SheetStream.letters(i), number, cells[i].replace("<", "&lt;")));
        }
        return row.append("</row>").toString();
    }

    private static String sheet(String prologue, String rows) {
        return prologue + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private Opened openSheet(String rows) {
        return openSheet("", rows);
    }

    private Opened openSheet(String prologue, String rows) {
        parts.put("xl/worksheets/sheet1.xml", sheet(prologue, rows));
        return open();
    }

    /** Without the encryption around it, whose 100,000 rounds these tests need not wait for. */
    private Opened open() {
        byte[] zip = zip();
        List<List<String>> rows = new ArrayList<>();
        Table table = new Table(LAYOUT, BOUNDS, rows::add);
        try {
            new PackageReader(LAYOUT.sheetName(), table, BOUNDS, zip.length).read(() -> new ByteArrayInputStream(zip));
            return new Opened.Read(table.titleRows(), rows);
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
    }

    private static Opened read(byte[] file) {
        return Workbooks.read(file, Samples.PASSWORD, LAYOUT, BOUNDS);
    }

    private byte[] sealed() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] zip = zip();
            Envelope.seal(plain -> plain.write(zip), Samples.PASSWORD, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package jp.kakehashi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kakehashi.outside.OutsidePrograms;
import jp.kakehashi.parcel.Method;
import jp.kakehashi.parcel.Parcels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our parcel and workbook in the hands of programs that share no code with us: 7-Zip, msoffcrypto-tool, openpyxl, LibreOffice. */
class OutsideReadersTest {

    private static final String ZIP_PASSWORD = "t4wn-8khe-5pxa-m9rc";
    private static final String READ_WITH_OPENPYXL = """
            import io, json, sys, msoffcrypto, openpyxl
            plain = io.BytesIO()
            with open(sys.argv[1], "rb") as sealed:
                file = msoffcrypto.OfficeFile(sealed)
                file.load_key(password=sys.argv[2], verify_password=True)
                file.decrypt(plain, verify_integrity=True)
            book = openpyxl.load_workbook(plain)
            sheet = book.worksheets[0]
            print(json.dumps({
                "sheets": book.sheetnames,
                "rows": [[cell.value for cell in row] for row in sheet.iter_rows()],
                "types": sorted({cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}),
                "formats": sorted({cell.number_format for row in sheet.iter_rows() for cell in row if cell.value is not None}),
                "quoted": all(cell.quotePrefix for row in sheet.iter_rows() for cell in row if cell.value is not None),
                "headings": sheet.print_title_rows,
                "frozen": sheet.freeze_panes,
                "paper": [sheet.page_setup.paperSize, sheet.page_setup.orientation],
                "fit": [sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight],
                "footer": [sheet.oddFooter.left.text, sheet.oddFooter.center.text],
                "people": [book.properties.creator, book.properties.lastModifiedBy, str(book.properties.title)],
            }))
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Method.class)
    void sevenZipAndOpenpyxlReadEveryCellAsItWentIn(Method method) throws IOException {
        List<List<String>> rows = new ArrayList<>(Samples.rows(50));
        rows.add(List.of("=1+1", "辻󠄀 𠮷野", "+", "-1", "@", "\tタブ", " 空白 ", "<&>\"'", "", "一行\n二行\r\n_x_"));
        Path parcel = folder.resolve("parcel.zip");
        try (OutputStream out = Files.newOutputStream(parcel)) {
            Parcels.seal("R8-001.xlsx", Samples.sealed(Samples.LAYOUT, rows), ZIP_PASSWORD.toCharArray(), method, out);
        }

        OutsidePrograms.run("p7zip-full", "7z", "x", "-p" + ZIP_PASSWORD, "-o" + folder, parcel.toString());
        JsonNode read = openpyxl(folder.resolve("R8-001.xlsx"));

        assertThat(cells(read)).isEqualTo(expected(rows));
        assertThat(read.get("sheets").toString()).isEqualTo("[\"提供データ\",\"取扱条件\"]");
        assertThat(read.get("types").toString()).as("text cells only").isEqualTo("[\"s\"]");
        assertThat(read.get("formats").toString()).isEqualTo("[\"@\"]");
        assertThat(read.get("quoted").asBoolean()).isTrue();
        assertThat(read.get("headings").asText()).isEqualTo("$4:$4");
        assertThat(read.get("frozen").asText()).isEqualTo("A5");
        assertThat(read.get("paper").toString()).isEqualTo("[9,\"landscape\"]");
        assertThat(read.get("fit").toString()).isEqualTo("[true,0]");
        assertThat(read.get("footer").toString()).isEqualTo("[\"取扱注意（架空の見本）\",\"&P / &N\"]");
        assertThat(read.get("people").toString()).as("no person").isEqualTo("[null,null,\"None\"]");
    }

    @Test
    void libreOfficeReadsTheSameTable() throws IOException {
        List<List<String>> rows = Samples.rows(3);
        Path plain = folder.resolve("plain.xlsx");
        try (OutputStream out = Files.newOutputStream(plain)) {
            new PackageWriter(Samples.LAYOUT, out).write(rows.iterator());
        }

        OutsidePrograms.run(
                "libreoffice-calc",
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):9,0,76",
                "--outdir",
                folder.toString(),
                plain.toString());

        String expected = expected(rows).stream()
                .map(row -> String.join("\t", row))
                .reduce("", (above, row) -> above + row + "\n");
        assertThat(Files.readString(folder.resolve("plain.csv"))).isEqualTo(expected);
    }

    private static JsonNode openpyxl(Path file) throws IOException {
        String printed = OutsidePrograms.python(
                "python3-openpyxl python3-msoffcrypto-tool",
                "openpyxl, msoffcrypto",
                READ_WITH_OPENPYXL,
                file.toString(),
                new String(Samples.PASSWORD));
        return new ObjectMapper().readTree(printed);
    }

    private static List<List<String>> cells(JsonNode read) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : read.get("rows")) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asText("")));
            rows.add(cells);
        }
        return rows;
    }

    private static List<List<String>> expected(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        Samples.LAYOUT.titleRows().forEach(line -> all.add(line(line)));
        all.add(Samples.LAYOUT.tableColumns().stream().map(Column::heading).toList());
        for (int i = 0; i < rows.size(); i++) {
            all.add(Stream.concat(Stream.of(String.valueOf(i + 1)), rows.get(i).stream())
                    .toList());
        }
        all.add(line("以下余白"));
        return all;
    }

    private static List<String> line(String text) {
        return Stream.concat(Stream.of(text), Stream.generate(() -> "").limit(10))
                .toList();
    }
}

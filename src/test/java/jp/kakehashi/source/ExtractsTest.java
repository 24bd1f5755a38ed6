package jp.kakehashi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakehashi.command.FictitiousCity;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.SourceSettings.ExtractCharset;
import jp.kakehashi.source.SourceSettings.ExtractFolder;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Extract files: the same findings as the queries', or refused as a whole with file, line and column. */
class ExtractsTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final LocalDateTime FIVE = LocalDateTime.parse("2026-06-01T05:00:00");

    @TempDir
    private Path folder;

    private final TestLedger ledger = TestLedger.h2();
    private final DataSource city = TestCity.h2();
    private final Vault vault = TestVault.fresh();
    private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));
    private Extracts extracts;

    @BeforeEach
    void build() {
        new FictitiousCity(1, LocalDate.of(2026, 6, 1), 40, 5).build(city);
        extracts = TestSource.extracts(ledger, vault, clock, folder);
    }

    @Test
    @OfficeRule("extract-contract")
    void anExtractYieldsTheSameFindingsAsTheQueries() {
        new CityExtract(folder).write(city, FIVE);

        assertThat(digests(taken(extracts))).isNotEmpty().isEqualTo(digests(asked()));
    }

    @Test
    @OfficeRule("extract-contract")
    void anExtractInCp932YieldsTheSameFindings() {
        Extracts cp932 =
                TestSource.extracts(ledger, vault, clock, new ExtractFolder(folder, ExtractCharset.WINDOWS_31J));
        writeInCp932();

        assertThat(digests(taken(cp932))).isNotEmpty().isEqualTo(digests(asked()));
    }

    @Test
    void theDocumentNamesEveryColumnWithItsType() throws IOException {
        String document = Files.readString(Path.of("docs/extract.md"));

        for (Query query : Query.values()) {
            query.columns().forEach((column, type) -> assertThat(document).contains("`" + column + "` " + type));
        }
    }

    @Test
    void aHeldExtractStaysInTheFolderAndADiscardedOneIsErased() {
        new CityExtract(folder).write(city, FIVE);
        Extract extract = extracts.arrived().get(0);
        Holds holds = TestSource.holds(ledger, vault, clock);
        holds.hold(extract.window(), new Weight(40, 100, 50, 40, 0));

        assertThat(extracts.arrived()).isEmpty();
        assertThat(folder).isNotEmptyDirectory();
        holds.discard(holds.open().orElseThrow().id(), "架空の理由", new Actor("manager", "架空　太郎", "課長", "x"));
        assertThat(extracts.arrived()).isEmpty();

        assertThat(folder).isEmptyDirectory();
        assertThat(extracts.newest().get(0).reason()).contains("反映しないと判断");
    }

    @Test
    void aReleasedExtractGoesOn() {
        new CityExtract(folder).write(city, FIVE);
        Holds holds = TestSource.holds(ledger, vault, clock);
        holds.hold(extracts.arrived().get(0).window(), new Weight(40, 100, 50, 40, 0));
        holds.release(holds.open().orElseThrow().id(), "架空の理由", new Actor("manager", "架空　太郎", "課長", "x"));

        extracts.imported(extracts.arrived().get(0));

        assertThat(holds.open()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        new CityExtract(folder).write(city, FIVE);
        Stream.of("cases.csv", "events.csv", "payments.csv", "totals.csv")
                .forEach(file -> edit(file, text -> "\uFEFF" + text));

        assertThat(digests(taken(extracts))).isEqualTo(digests(asked()));
    }

    @Test
    @OfficeRule("facts-as-of")
    void itsFactsAreAsOfTheExtraction() {
        new CityExtract(folder).write(city, FIVE);

        assertThat(taken(extracts))
                .isNotEmpty()
                .allMatch(finding -> finding.asOf().equals(Instant.parse("2026-05-31T20:00:00Z")));
    }

    @Test
    @OfficeRule("extract-erased")
    void anImportedExtractIsErasedAndNoted() {
        new CityExtract(folder).write(city, FIVE);

        extracts.imported(extracts.arrived().get(0));

        assertThat(folder).isEmptyDirectory();
        assertThat(extracts.newest())
                .singleElement()
                .satisfies(arrived -> assertThat(arrived.imported()).isTrue());
        assertThat(verbs()).containsExactly("extract-imported");
    }

    @Test
    void withoutTotalsNothingIsTouched() throws IOException {
        new CityExtract(folder).write(city, FIVE);
        Files.delete(folder.resolve("totals.csv"));

        assertThat(extracts.arrived()).isEmpty();
        assertThat(folder).isNotEmptyDirectory();
        assertThat(extracts.newest()).isEmpty();
    }

    @Test
    @OfficeRule("extract-refused")
    void theSameOrAnOlderExtractIsRefused() {
        new CityExtract(folder).write(city, FIVE);
        extracts.imported(extracts.arrived().get(0));

        for (Duration earlier : List.of(Duration.ZERO, Duration.ofSeconds(1))) {
            new CityExtract(folder).write(city, FIVE.minus(earlier));
            assertRefused("totals.csv: 抽出日時が、取込み済みの抽出と同じか、それより前です");
        }
    }

    @Test
    void anExtractOfTheFutureIsRefused() {
        new CityExtract(folder).write(city, FIVE.plusHours(5));

        assertRefused("totals.csv: 抽出日時が未来です");
    }

    @Test
    @OfficeRule("extract-refused")
    void aPartialExtractIsRefused() throws IOException {
        new CityExtract(folder).write(city, FIVE);
        Files.delete(folder.resolve("events.csv"));

        assertRefused("events.csv: ファイルがありません");
    }

    @Test
    void anExtractCutOffIsRefused() {
        new CityExtract(folder).write(city, FIVE);
        edit("payments.csv", text -> text.substring(0, text.length() - 3));

        assertRefused("payments.csv: 最後の行が改行で終わっていません（途中で切れている可能性があります）");
    }

    @Test
    void aLineThatIsMissingIsRefused() {
        new CityExtract(folder).write(city, FIVE);
        edit("cases.csv", text -> text.substring(0, text.lastIndexOf("\r\n", text.length() - 3) + 2));

        extracts.arrived();

        assertThat(extracts.newest().get(0).reason()).startsWith("cases.csv: 合計と合いません（合計 ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherCharsetIsRefusedWithTheLine() {
        writeInCp932();
        edit(CP932, "cases.csv", text -> "payee" + text.substring(5));

        extracts.arrived();

        assertThat(extracts.newest().get(0).reason()).matches("cases\\.csv [0-9]+行目: 文字コードが UTF-8 ではありません");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "cases.csv, due_on, due_day, cases.csv 1行目 列 due_on: この列がありません",
        "cases.csv, 'due_on', 'due_on,amount', cases.csv 1行目: 取決めにない列、または同じ列が二つあります",
        "totals.csv, 'cases,', 'kazoku,', 'totals.csv 2行目 列 file: cases・events・payments のいずれでもありません'",
        "totals.csv, 'payments,', 'events,', totals.csv 4行目 列 file: 同じファイルが二度あります",
        "totals.csv, T05, ' 05', totals.csv 2行目 列 extracted_at: 日時（YYYY-MM-DDThh:mm:ss）ではありません",
    })
    void anotherFormIsRefused(String file, String word, String other, String reason) {
        new CityExtract(folder).write(city, FIVE);
        edit(file, text -> text.replaceFirst(word, other));

        assertRefused(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "happened_on, 2026/05/01, 日付（YYYY-MM-DD）ではありません",
        "levy_year, R8, 整数ではありません",
        "payee_no, '', 宛名番号がありません",
        "payee_no, 0000000000, 宛名番号の順に並んでいません",
        "event_kind, '\"PHONE', 'PHONE'",
    })
    void aCellOfAnotherFormIsRefusedWithoutBeingQuoted(String column, String cell, String what) {
        new CityExtract(folder).write(city, FIVE);
        setCell("events.csv", 3, column, cell);

        extracts.arrived();

        ArrivedExtract refused = extracts.newest().get(0);
        assertThat(refused.imported()).isFalse();
        assertThat(folder).isEmptyDirectory();
        if (cell.startsWith("\"")) {
            assertThat(refused.reason()).startsWith("events.csv 3行目").doesNotContain(what);
        } else {
            assertThat(refused.reason()).isEqualTo("events.csv 3行目 列 " + column + ": " + what);
        }
        assertThat(verbs()).containsExactly("extract-refused");
    }

    @Test
    void aCodeNobodyKnowsKeepsOnlyThatPersonOff() {
        new CityExtract(folder).write(city, FIVE);
        setCell("events.csv", 3, "event_kind", "SECRET");

        assertThat(taken(extracts))
                .hasSizeGreaterThan(1)
                .filteredOn(finding -> finding instanceof Finding.Unreadable)
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).doesNotContain("SECRET"));
    }

    private void assertRefused(String reason) {
        assertThat(extracts.arrived()).isEmpty();
        assertThat(extracts.newest())
                .filteredOn(arrived -> !arrived.imported())
                .isNotEmpty()
                .allSatisfy(arrived -> assertThat(arrived.reason()).isEqualTo(reason));
        assertThat(folder).isEmptyDirectory();
        assertThat(verbs()).endsWith("extract-refused");
    }

    private List<String> verbs() {
        return ledger.jdbc()
                .sql("select verb from chain_entry order by sequence")
                .query(String.class)
                .list();
    }

    private static List<Finding> taken(Extracts from) {
        List<Finding> findings = new ArrayList<>();
        from.arrived().forEach(extract -> extract.findings().forEachRemaining(findings::addAll));
        return findings;
    }

    private List<Finding> asked() {
        List<Finding> findings = new ArrayList<>();
        new QueryRunner(city).findings(TestSource.over(ledger, vault, clock)).forEachRemaining(findings::addAll);
        return findings;
    }

    private static List<String> digests(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.getClass().getSimpleName() + " " + finding.personKey() + " "
                        + ((Finding.WithFacts) finding).facts().digest())
                .toList();
    }

    private void setCell(String file, int line, String column, String cell) {
        edit(file, text -> {
            String[] lines = text.split("\r\n", -1);
            List<String> headings = List.of(lines[0].split(",", -1));
            String[] cells = lines[line - 1].split(",", -1);
            cells[headings.indexOf(column)] = cell;
            lines[line - 1] = String.join(",", cells);
            return String.join("\r\n", lines);
        });
    }

    private void edit(String file, UnaryOperator<String> change) {
        edit(StandardCharsets.UTF_8, file, change);
    }

    private void edit(Charset charset, String file, UnaryOperator<String> change) {
        try {
            Path path = folder.resolve(file);
            Files.writeString(path, change.apply(Files.readString(path, charset)), charset);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** CP932 has no letter outside the basic plane; an office that extracts in it has none. */
    private void writeInCp932() {
        JdbcClient.create(city)
                .sql("update atena set shimei_kanji = '架空　〓' where shimei_kanji regexp '[\\x{10000}-\\x{10FFFF}]'")
                .update();
        new CityExtract(folder, CP932).write(city, FIVE);
    }
}

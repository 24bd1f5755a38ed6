package jp.kakehashi.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole demo in a process of its own, from the tax database to the bureau's list, and a watcher over everything that it
 * writes: what it says, its temporary files while they live, and every file of both roles.
 */
class WatchedDemoTest {

    @TempDir
    static Path folder;

    /** Large sorts of the fictitious tax database, which stands for the office's own; the ledger's rows are sealed. */
    private static final String SPILLED_BY_THE_CITY = "h2tmp.";

    private static final Set<String> SEEN_ON_THE_WAY = new TreeSet<>();
    private static OpenWords words;

    @BeforeAll
    static void theDemoIsPlayed() throws Exception {
        Files.createSymbolicLink(folder.resolve("config"), Path.of("config").toAbsolutePath());
        Files.createSymbolicLink(folder.resolve("routes"), Path.of("routes").toAbsolutePath());
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process demo = demo(temporary);
        OpenWords cards = new OpenWords().add("a card number", List.of("ZZ0000"));
        while (!demo.waitFor(100, TimeUnit.MILLISECONDS)) {
            cards.below(temporary).stream()
                    .filter(found -> !found.contains(SPILLED_BY_THE_CITY))
                    .forEach(SEEN_ON_THE_WAY::add);
        }
        assertThat(demo.exitValue()).as(said()).isZero();
        words = kept();
    }

    @Test
    void theWatcherFindsThemWhereTheyAreMeantToBe() throws IOException {
        assertThat(words.size()).isGreaterThan(20);
        assertThat(words.in(Files.readAllBytes(folder.resolve("kept/bureau-list.csv"))))
                .contains("a card number", "a name", "a date of birth");
        assertThat(words.in(Files.readAllBytes(folder.resolve("kept/passwords.tsv"))))
                .containsExactly("a password");
    }

    @Test
    void invariant3_nothingOfAnyoneAndNoPasswordIsSaidOrLogged() throws IOException {
        assertThat(said()).contains("受領確認済");
        assertThat(words.in(Files.readAllBytes(folder.resolve("said.txt")))).isEmpty();
    }

    @Test
    void invariant3_nothingOfAnyoneAndNoPasswordIsLeftInTemporaryFiles() {
        assertThat(SEEN_ON_THE_WAY).isEmpty();
        assertThat(words.below(folder.resolve("temporary"))).isEmpty();
    }

    @Test
    void invariant3_nothingOfAnyoneAndNoPasswordStandsOpenInAnyFileOfEitherRole() {
        Path demo = folder.resolve("var/demo");
        assertThat(demo.resolve("ward/ledger.mv.db")).isNotEmptyFile();
        assertThat(demo.resolve("bureau/ledger.mv.db")).isNotEmptyFile();
        assertThat(demo.resolve("ward/evidence")).isNotEmptyDirectory();
        for (String part : List.of("ward", "bureau", "mail")) {
            assertThat(words.below(demo.resolve(part))).as(part).isEmpty();
        }
    }

    @Test
    void invariant8_theExportThatWasKeptVerifiesWithThePublicKeyBesideIt() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(said, true, UTF_8);
        List<String> verify = List.of(
                "verify",
                folder.resolve("kept/chain-export.zip").toString(),
                folder.resolve("var/demo/ward/evidence").toString(),
                "--public-key=" + folder.resolve("kept/chain-public-key.pem"));

        assertThat(Hub.run(verify, both, both)).as(said.toString(UTF_8)).isZero();
        assertThat(said.toString(UTF_8)).contains("signatures were checked");
    }

    private static Process demo(Path temporary) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dsun.stdout.encoding=UTF-8",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hub.class.getName(),
                        "demo",
                        "--people=5",
                        "--out=" + folder.resolve("kept"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    /** Everyone on the bureau's list, and every password of a parcel, as the demo keeps them for a stranger. */
    private static OpenWords kept() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("kept/bureau-list.csv"));
        List<String> headings = List.of(lines.get(0).split(",", -1));
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        OpenWords words = new OpenWords();
        OpenWords.OF_A_PERSON.forEach((item, kind) -> words.add(
                kind,
                rows.stream().map(row -> row[headings.indexOf(item.label())]).toList()));
        return words.add(
                "a password",
                Files.readAllLines(folder.resolve("kept/passwords.tsv")).stream()
                        .flatMap(line -> Arrays.stream(line.split("\t", -1)).skip(1))
                        .toList());
    }

    private static String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }
}

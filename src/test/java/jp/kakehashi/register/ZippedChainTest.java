package jp.kakehashi.register;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kakehashi.register.Verdict.Broken;
import jp.kakehashi.register.Verdict.Flaw;
import jp.kakehashi.register.Verdict.Unbroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody made to be misread, or to bring the check down: each ends in a verdict. */
class ZippedChainTest {

    @TempDir
    private Path folder;

    private Path zip;
    private String chain;

    @BeforeEach
    void read() throws Exception {
        zip = folder.resolve("chain.zip");
        chain = Files.readString(
                Path.of(getClass().getResource("chain-v1.jsonl").toURI()));
    }

    @Test
    void aChainBesideItsPublicKeyIsVerified() throws IOException {
        write(new String[] {"public-key.pem", "-"}, new String[] {"chain.jsonl", chain});

        assertThat(verdict(zip)).isInstanceOf(Unbroken.class);
    }

    @Test
    void invariant8_ofTwoChainsInAZipNoneIsJudged() throws IOException {
        write(new String[] {"chain.jsonl", chain}, new String[] {"other.JSONL", chain.replace("t-hanako", "t-jiro")});
        assertThat(verdict(zip)).isEqualTo(new Broken(Broken.WHOLE, Flaw.NOT_ONE_CHAIN));

        write(new String[] {"chain.txt", chain});
        assertThat(verdict(zip)).isEqualTo(new Broken(Broken.WHOLE, Flaw.NOT_ONE_CHAIN));
    }

    @Test
    void invariant8_theChainThatIsJudgedIsTheOneThatPeopleSee() throws IOException {
        write(new String[] {"chain.jsonl", chain.replace("t-hanako", "t-jiro")});
        byte[] seen = Files.readAllBytes(zip);
        write(new String[] {"chain.jsonl", chain});
        byte[] hidden = Files.readAllBytes(zip);
        try (OutputStream out = Files.newOutputStream(zip)) {
            out.write(hidden);
            out.write(seen);
        }

        assertThat(verdict(zip)).isEqualTo(new Broken(3, Flaw.EDITED));
    }

    @Test
    void aMalformedEntryNameIsNamed() throws IOException {
        write(new String[] {"cha.jsonl", chain});
        String bytes = new String(Files.readAllBytes(zip), ISO_8859_1);
        Files.write(zip, bytes.replace("cha.jsonl", "c\u00ff\u00fe.jsonl").getBytes(ISO_8859_1));

        assertThat(verdict(zip)).isEqualTo(new Broken(1, Flaw.NO_HEADER));
    }

    @Test
    void aHashThatIsNoneIsNamed() throws IOException {
        for (String bad : new String[] {"zz", "Z".repeat(64), "A".repeat(64), "0".repeat(63)}) {
            Path file = folder.resolve("chain.jsonl");
            Files.writeString(file, chain.replaceFirst("\"previous\": \"0{64}\"", "\"previous\": \"" + bad + "\""));
            assertThat(Files.readString(file)).isNotEqualTo(chain);
            assertThat(verdict(file)).isEqualTo(new Broken(1, Flaw.NO_HEADER));

            Files.writeString(
                    file, chain.replaceFirst("(checkpoint.*\"hash\": )\"[0-9a-f]{64}\"", "$1\"" + bad + "\""));
            assertThat(verdict(file)).isEqualTo(new Broken(4, Flaw.UNREADABLE));
        }
    }

    @Test
    void aLineWithoutEndIsNotReadToItsEnd() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("chain.jsonl"));
            out.write((chain.lines().findFirst().orElseThrow() + "\n").getBytes(UTF_8));
            byte[] blanks = " ".repeat(1 << 16).getBytes(UTF_8);
            for (int written = 0; written <= ChainText.LONGEST_LINE; written += blanks.length) {
                out.write(blanks);
            }
        }

        assertThat(verdict(zip)).isEqualTo(new Broken(2, Flaw.LINE_TOO_LONG));
    }

    @Test
    void moreThanAZipMayHoldIsNotRead() throws IOException {
        InputStream bytes = new ByteArrayInputStream("one\ntwo\nthree\n".getBytes(UTF_8));
        try (ChainText text = new ChainText(bytes, 8, bytes)) {
            assertThat(text.next()).isEqualTo("one");
            assertThat(text.next()).isEqualTo("two");
            assertThatThrownBy(text::next)
                    .isInstanceOfSatisfying(
                            FlawException.class, flaw -> assertThat(flaw.why()).isEqualTo(Flaw.TOO_LARGE));
        }
    }

    private Verdict verdict(Path file) {
        return ChainFile.verify(file, Optional.empty());
    }

    private void write(String[]... entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String[] entry : entries) {
                out.putNextEntry(new ZipEntry(entry[0]));
                out.write(entry[1].getBytes(UTF_8));
            }
        }
    }
}

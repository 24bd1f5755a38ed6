package jp.kakehashi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.register.Verdict.Broken;
import jp.kakehashi.register.Verdict.Flaw;
import jp.kakehashi.register.Verdict.Unbroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The format, pinned by a file whose hashes were made by another program, {@code chain-v1.py} beside it; here without its
 * checkpoints, see {@link SignedChainTest}.
 */
class ChainFileTest {

    @TempDir
    private Path folder;

    private List<String> lines;

    @BeforeEach
    void read() throws Exception {
        lines = new ArrayList<>(Files.readAllLines(
                Path.of(getClass().getResource("chain-v1.jsonl").toURI())));
        lines.removeIf(ChainLines::isCheckpoint);
    }

    @Test
    void whatAnotherProgramHashedIsUnbroken() throws IOException {
        assertThat(verdict()).isInstanceOfSatisfying(Unbroken.class, unbroken -> {
            assertThat(unbroken.entries()).isEqualTo(4);
            assertThat(unbroken.segment().hash())
                    .isEqualTo("6131794ce8d849ec831e8d641bf32cd8d1d34931915cd953af7ebe4c0cdfedac");
        });
    }

    @Test
    void invariant8_everyEditedFieldIsFound() throws IOException {
        String line = lines.get(2);
        for (String[] edit : new String[][] {
            {"02:00", "02:01"}, {"t-hanako", "t-taro"}, {"主事", "主任"}, {"HANDLER", "WITNESS"},
            {"confirmed", "excluded"}, {"c-1", "c-2"}, {"\"rows\": \"1\"", "\"rows\": \"2\""}, {"\"note\"", "\"nota\""}
        }) {
            assertThat(line).contains(edit[0]);
            lines.set(2, line.replace(edit[0], edit[1]));
            assertThat(verdict()).isEqualTo(new Broken(3, Flaw.EDITED));
        }
    }

    @Test
    void invariant8_anEditedCommitmentOrHashIsFound() throws IOException {
        for (int at :
                new int[] {lines.get(2).indexOf("\"card\"") + 10, lines.get(2).indexOf("\"hash\"") + 10}) {
            List<String> before = List.copyOf(lines);
            char[] line = lines.get(2).toCharArray();
            line[at] = line[at] == '0' ? '1' : '0';
            lines.set(2, String.valueOf(line));
            assertThat(verdict()).isEqualTo(new Broken(3, Flaw.EDITED));
            lines = new ArrayList<>(before);
        }
    }

    @Test
    void invariant8_aDeletedLineIsFound() throws IOException {
        lines.remove(2);

        assertThat(verdict()).isEqualTo(new Broken(3, Flaw.DELETED));
    }

    @Test
    void invariant8_aDeletedLineIsFoundAlsoWhenTheOthersAreRenumbered() throws IOException {
        lines.remove(2);
        lines.set(2, lines.get(2).replace("\"sequence\": 3", "\"sequence\": 2"));

        assertThat(verdict()).isEqualTo(new Broken(3, Flaw.EDITED));
    }

    @Test
    void invariant8_reorderedAndRepeatedLinesAreFound() throws IOException {
        Collections.swap(lines, 2, 3);
        assertThat(verdict()).isEqualTo(new Broken(3, Flaw.REORDERED));

        Collections.swap(lines, 2, 3);
        lines.add(3, lines.get(2));
        assertThat(verdict()).isEqualTo(new Broken(4, Flaw.REORDERED));
    }

    @Test
    void invariant8_aTruncatedFileIsFound() throws IOException {
        lines.remove(4);

        assertThat(verdict()).isEqualTo(new Broken(5, Flaw.TRUNCATED));
    }

    @Test
    void aLineAfterTheEndIsFound() throws IOException {
        lines.set(0, lines.get(0).replace("\"sequence\": 4", "\"sequence\": 3"));

        assertThat(verdict()).isEqualTo(new Broken(5, Flaw.SURPLUS));
    }

    @Test
    void aHeaderOfAnotherChainIsFound() throws IOException {
        lines.set(0, lines.get(0).replaceFirst("\"hash\": \"....", "\"hash\": \"0000"));

        assertThat(verdict()).isEqualTo(new Broken(1, Flaw.HEADER_DIFFERS));
    }

    @Test
    void whatIsNoChainIsNamed() throws IOException {
        for (String header : new String[] {"", "{}", "null", "[]", "x", "{\"format\":\"other\"}"}) {
            lines.set(0, header);
            assertThat(verdict()).isEqualTo(new Broken(1, Flaw.NO_HEADER));
        }
        lines.clear();
        assertThat(verdict()).isEqualTo(new Broken(1, Flaw.NO_HEADER));
    }

    @Test
    void whatIsNoEntryIsNamed() throws IOException {
        String line = lines.get(2);
        String unhashed = line.replace("{\"sequence\"", "{\"note\": \"unhashed\", \"sequence\"");
        String twice = line.replace("{\"sequence\"", "{\"verb\": \"other\", \"sequence\"");
        for (String bad :
                Arrays.asList("", "null", "[]", "{", "{}", "{\"hash\":\"00\"}", line + "{}", unhashed, twice)) {
            lines.set(2, bad);
            assertThat(verdict()).isEqualTo(new Broken(3, Flaw.UNREADABLE));
        }
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        Path file = folder.resolve("chain.jsonl");
        Files.write(file, new byte[] {'{', (byte) 0x83, (byte) 0x8c, '}'});

        assertThat(ChainFile.verify(file, Optional.empty())).isEqualTo(new Broken(1, Flaw.NO_HEADER));
    }

    @Test
    void aMissingFileIsAFault() {
        assertThatThrownBy(() -> ChainFile.verify(folder.resolve("none.jsonl"), Optional.empty()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.jsonl");
    }

    private Verdict verdict() throws IOException {
        Path file = folder.resolve("chain.jsonl");
        Files.write(file, lines);
        return ChainFile.verify(file, Optional.empty());
    }
}

package jp.kakehashi.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.register.Verdict.Broken;
import jp.kakehashi.register.Verdict.Flaw;
import jp.kakehashi.register.Verdict.Unbroken;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.VerifyingKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures and checkpoints of the format, pinned by a file that another program signed, {@code chain-v1.py}. */
class SignedChainTest {

    /** Where the first and the second checkpoint stand. */
    private static final int FIRST = 3;

    private static final int SECOND = 5;

    @TempDir
    private Path folder;

    private List<String> lines;
    private VerifyingKey key;

    @BeforeEach
    void read() throws Exception {
        lines = new ArrayList<>(Files.readAllLines(resource("chain-v1.jsonl")));
        key = VerifyingKey.ofPem(Files.readString(resource("chain-v1.pem"))).orElseThrow();
    }

    @Test
    void whatAnotherProgramSignedIsSigned() throws IOException {
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Unbroken.class,
                        unbroken -> assertThat(unbroken.checkpoints()).isEqualTo(2));
    }

    @Test
    void thePublicKeyIsWrittenAsOtherProgramsWriteIt() throws Exception {
        assertThat(key.pem()).isEqualTo(Files.readString(resource("chain-v1.pem")));
        assertThat(VerifyingKey.ofPem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isEmpty();
        assertThat(VerifyingKey.ofPem("架空")).isEmpty();
    }

    @Test
    void invariant8_aSignatureOfAnotherKeyIsFound() throws IOException {
        key = TestVault.fresh().verifyingKey();

        assertThat(verdict()).isEqualTo(new Broken(1, Flaw.FORGED));
    }

    @Test
    void invariant8_everyEditedFieldOfACheckpointIsFound() throws IOException {
        String line = lines.get(SECOND);
        for (String[] edit : new String[][] {
            {"\"number\": 2", "\"number\": 1"},
            {"00:45", "00:44"},
            {"\"after\": 2", "\"after\": 1"},
            {"\"sequence\": 3", "\"sequence\": 2"},
            {"\"previous\": \"9b", "\"previous\": \"9c"},
            {"\"signature\": \"", "\"signature\": \"A"}
        }) {
            assertThat(line).contains(edit[0]);
            lines.set(SECOND, line.replace(edit[0], edit[1]));
            assertThat(verdict()).isEqualTo(new Broken(SECOND + 1, Flaw.FORGED));
        }
    }

    @Test
    void invariant8_aCheckpointLeftOutIsFound() throws IOException {
        lines.remove(FIRST);

        assertThat(verdict()).isEqualTo(new Broken(SECOND, Flaw.CHECKPOINT_MISSING));
    }

    @Test
    void invariant8_aCheckpointOfAnotherPlaceIsFound() throws IOException {
        lines.add(SECOND - 1, lines.remove(FIRST));

        assertThat(verdict()).isEqualTo(new Broken(SECOND, Flaw.NOT_AS_SIGNED));
    }

    @Test
    void whatIsNoCheckpointIsNamed() throws IOException {
        for (String bad : new String[] {"{\"checkpoint\"", "{\"checkpoint\": null}", "{\"checkpoint\": {}}"}) {
            lines.set(FIRST, bad);
            assertThat(verdict()).isEqualTo(new Broken(FIRST + 1, Flaw.UNREADABLE));
        }
    }

    private Path resource(String name) throws Exception {
        return Path.of(getClass().getResource(name).toURI());
    }

    private Verdict verdict() throws IOException {
        Path file = folder.resolve("chain.jsonl");
        Files.write(file, lines);
        return ChainFile.verify(file, Optional.of(key));
    }
}

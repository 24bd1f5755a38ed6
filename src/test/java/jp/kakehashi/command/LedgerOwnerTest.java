package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.vault.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** Whose ledger it is: one role's, in one mode, for good. */
class LedgerOwnerTest {

    private static final Path SHIPPED = Path.of("config/agreements/nhi-tokyo-isa.yaml");

    private final TestLedger ledger = TestLedger.h2();

    @TempDir
    private Path folder;

    @Test
    @OfficeRule("live-keys")
    void theOtherRoleNeverStartsOnTheSameLedgerOrWithTheSameKeys() throws IOException {
        start("ward", "training", keys("ward"));
        start("ward", "training", keys("ward"));

        assertThatThrownBy(() -> start("bureau", "training", keys("bureau")))
                .hasMessageContaining("this ledger is the ward's, and bureau was started");
        assertThatThrownBy(() -> start("bureau", "training", keys("ward")))
                .hasMessageContaining("these keys are the ward's, and bureau was started");
    }

    @Test
    @OfficeRule("live-keys")
    void whatWasTrainedOnNeverBecomesLive() throws IOException {
        start("ward", "training", keys("ward"));

        assertThatThrownBy(() -> start("ward", "live", keys("ward")))
                .hasMessageContaining("a ledger of TRAINING is never one of LIVE");
        assertThat(ledger.jdbc()
                        .sql("select mode from ledger_owner")
                        .query(String.class)
                        .single())
                .isEqualTo("TRAINING");
    }

    private void start(String role, String mode, KeyFile keys) throws IOException {
        Path agreements = Files.createDirectories(folder.resolve("agreements"));
        Files.writeString(
                agreements.resolve("nhi.yaml"), Files.readString(SHIPPED).replace("mode: training", "mode: " + mode));
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(role);
        LedgerOwner owner = new LedgerOwner(ledger.jdbc(), keys, Agreements.load(agreements), environment);
        assertThat(owner).isNotNull();
    }

    private KeyFile keys(String role) {
        Path file = folder.resolve(role + ".keys");
        if (!Files.exists(file)) {
            KeyFile.create(file, role, false, Instant.EPOCH);
        }
        return KeyFile.load(file, false);
    }
}

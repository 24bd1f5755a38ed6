package jp.kakehashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.ChainFile;
import jp.kakehashi.register.Verdict;
import jp.kakehashi.vault.TestVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is there after a hard halt, on both kinds of ledger. */
class HaltAfterCommitTest {

    private static final int ROUNDS = 3;
    private static final int ACTS = 5;

    @TempDir
    Path folder;

    @Test
    void anH2FileLosesNothingThatWasCommitted() throws Exception {
        keepsEverything(TestLedger.h2File(folder.resolve("ledger")));
    }

    @Test
    void aPostgresLosesNothingThatWasCommitted() throws Exception {
        keepsEverything(TestLedger.postgres());
    }

    private void keepsEverything(TestLedger ledger) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            assertThat(haltAfterCommitting(ledger)).isEqualTo(137);
            assertThat(acts(ledger)).isEqualTo(round * ACTS);
        }
        Path export = folder.resolve("chain.jsonl");
        Chain chain = new Chain(ledger.jdbc(), ledger.transactionManager(), TestVault.fresh(), Clock.systemUTC());
        try (var out = Files.newOutputStream(export)) {
            chain.export(out);
        }
        assertThat(ChainFile.verify(export, Optional.empty())).isInstanceOf(Verdict.Unbroken.class);
    }

    private static int haltAfterCommitting(TestLedger ledger) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltingWriter.class.getName(),
                        ledger.url(),
                        ledger.user(),
                        Integer.toString(ACTS))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).as("the child ended").isTrue();
        return child.exitValue();
    }

    private static int acts(TestLedger ledger) {
        return ledger.jdbc()
                .sql("select count(*) from chain_entry where verb = 'test.halted'")
                .query(Integer.class)
                .single();
    }
}

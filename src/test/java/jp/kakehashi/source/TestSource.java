package jp.kakehashi.source;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.vault.Vault;

/** A source over a test's ledger. */
public final class TestSource {

    private TestSource() {}

    /** The bean as the program makes it; its writes join the caller's transaction, or commit by themselves. */
    public static Source over(TestLedger ledger, Vault vault, Clock clock) {
        SourceSettings settings = new SourceSettings(Path.of("config/source"), Duration.ofHours(1));
        return new Source(new SourceLedger(ledger.jdbc()), settings, vault, clock);
    }
}

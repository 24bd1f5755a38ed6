package jp.kakehashi.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.vault.Vault;

/** A ledger's chain, its evidence and the folder that it goes into. */
public final class TestEvidence {

    private static final Actor OFFICER = new Actor("t-hanako", "架空 花子", "主事", "HANDLER");

    private final TestLedger ledger;
    private final Vault vault;
    private final Clock clock;
    private final Path folder;
    private final Chain chain;
    private final Evidence evidence;

    private TestEvidence(TestLedger ledger, Vault vault, Clock clock, Path folder) {
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
        this.folder = folder;
        this.chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        this.evidence = new Evidence(
                ledger.jdbc(), ledger.transactionManager(), chain, vault, new EvidenceSettings(folder), clock);
    }

    /** Of this ledger, signed by this vault, laid down in this folder. */
    public static TestEvidence of(TestLedger ledger, Vault vault, Clock clock, Path folder) {
        return new TestEvidence(ledger, vault, clock, folder);
    }

    /** What the route calls {@code evidence}. */
    public Evidence evidence() {
        return evidence;
    }

    /** Acts of an officer, one a transaction. */
    public void acts(String... verbs) {
        for (String verb : verbs) {
            ledger.transactions().executeWithoutResult(status -> chain.append(OFFICER, new Act(verb, "R8-001")));
        }
    }

    /** Does what the route does in a night, by hand. */
    void night() {
        evidence.sign();
        for (Checkpoint checkpoint : evidence.outstanding()) {
            write(checkpoint);
            evidence.written(checkpoint);
        }
    }

    void write(Checkpoint checkpoint) {
        Path file = folder.resolve(checkpoint.fileName() + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(checkpoint.fileName()));
            zip.write(evidence.segment(checkpoint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole chain as it would be signed if nobody followed it first. */
    Path exportUnfollowed(Path file) {
        ChainTable entries = new ChainTable(ledger.jdbc());
        Checkpoint whole = Checkpoint.ofExport(clock.instant(), entries.head(), vault);
        try (var out = Files.newOutputStream(file)) {
            new ChainLines(out).segment(whole, entries, new CheckpointTable(ledger.jdbc()).all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The whole chain as the auditor takes it away. */
    public Path export(Path file) {
        try (var out = Files.newOutputStream(file)) {
            chain.export(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}

package jp.kakehashi.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is laid down each night outside the ledger (証跡ファイル), so that who can write every row of it still cannot rewrite
 * what was:
 *
 * <ol>
 *   <li>{@link #sign} follows the chain from its last checkpoint to its head and signs a new one. A chain that no longer
 *       follows is not signed.
 *   <li>Each checkpoint without a file becomes one: the {@link #segment} that it speaks of, zipped by the route, named by
 *       day and last entry. A night that was missed is made up for at the next.
 *   <li>What stands in the folder is read again and checked before {@link #written} says so. A file is never overwritten:
 *       if another stands there under the name, nothing more is written until a person has seen to it.
 * </ol>
 */
@Component
public class Evidence {

    /** So that no segment outgrows memory, however long nobody signed. */
    private static final int MOST_ENTRIES = 20_000;

    private static final Actor ROUTE = Actor.machine("shared-50-evidence");

    private final ChainTable entries;
    private final CheckpointTable checkpoints;
    private final Following following;
    private final TransactionTemplate transactions;
    private final Chain chain;
    private final Vault vault;
    private final EvidenceSettings settings;
    private final Clock clock;

    Evidence(
            JdbcClient ledger,
            PlatformTransactionManager transactions,
            Chain chain,
            Vault vault,
            EvidenceSettings settings,
            Clock clock) {
        this.entries = new ChainTable(ledger);
        this.checkpoints = new CheckpointTable(ledger);
        this.following = new Following(entries, vault);
        this.transactions = new TransactionTemplate(transactions);
        this.chain = chain;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Signs where the chain ends now, if it has grown since the last time.
     *
     * @throws BrokenChainException if the chain does not follow from its last checkpoint
     */
    public void sign() {
        transactions.executeWithoutResult(status -> {
            Checkpoint last = checkpoints.last().orElse(Checkpoint.BEFORE_THE_FIRST);
            ChainTable.Head head = following.head(last);
            while (last.sequence() < head.sequence()) {
                long until = Math.min(head.sequence(), last.sequence() + MOST_ENTRIES);
                last = last.next(now(), following.follow(last, until, head), vault);
                checkpoints.add(last);
            }
        });
    }

    /** The checkpoints that have no evidence file yet, the earliest first. */
    public List<Checkpoint> outstanding() {
        return checkpoints.unwritten();
    }

    /** The entries that a checkpoint speaks of, as the content of its evidence file; see {@link ChainFile}. */
    public byte[] segment(Checkpoint checkpoint) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new ChainLines(out).segment(checkpoint, entries, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Notes that the evidence file stands in the folder, after reading it again.
     *
     * @throws BrokenChainException if what stands there is not what was to be written
     */
    public void written(Checkpoint checkpoint) {
        Path file = settings.folder().resolve(checkpoint.fileName() + ".zip");
        Verdict verdict = ChainFile.verify(file, Optional.of(vault.verifyingKey()));
        if (verdict instanceof Verdict.Broken broken) {
            throw Following.told(new BrokenChainException(file, broken.why()));
        }
        if (!((Verdict.Unbroken) verdict).segment().equals(checkpoint)) {
            throw Following.told(new BrokenChainException(file, Verdict.Flaw.NOT_AS_SIGNED));
        }
        transactions.executeWithoutResult(status -> {
            checkpoints.written(checkpoint, clock.instant());
            chain.append(ROUTE, new Act("evidence-written", file.getFileName().toString(), facts(checkpoint, file)));
        });
    }

    private static Map<String, String> facts(Checkpoint checkpoint, Path file) {
        try {
            return Map.of(
                    "checkpoint", Long.toString(checkpoint.number()),
                    "sequence", Long.toString(checkpoint.sequence()),
                    "sha256", Sha256.hex(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

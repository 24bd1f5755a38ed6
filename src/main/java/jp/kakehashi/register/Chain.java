package jp.kakehashi.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chain of every act (操作記録): each entry is bound to the one before by its hash, so that nothing can be changed,
 * left out or put elsewhere unnoticed. Appending:
 *
 * <ol>
 *   <li>The act's own transaction must be open; the entry lives or dies with the act. Until that transaction commits, the
 *       act is only kept in mind.
 *   <li>As its last step before the commit the head row is locked, and all its acts enter one after another. Nothing else
 *       is waited for after that lock, so no two transactions can wait for each other over it, and an act that goes on
 *       for long (a conversation with a mail server or the tax database) holds up no other.
 *   <li>Personal data become salted commitments; the salts are sealed into a table of their own, where they can be
 *       erased.
 *   <li>Each entry takes the next number and the hash over the one before, and the head moves on.
 * </ol>
 *
 * <p>The format of the hash and of the export stands above {@link ChainFile}.
 */
@Component
public class Chain {

    private static final String SALT = "chain_salt.sealed/";
    private static final String ACTOR = "actor";

    private final ChainTable table;
    private final CheckpointTable checkpoints;
    private final Following following;
    private final TransactionTemplate inTheActsTransaction;
    private final Vault vault;
    private final Clock clock;

    /** A chain in the ledger behind both the client and the transaction manager. */
    public Chain(JdbcClient jdbc, PlatformTransactionManager transactions, Vault vault, Clock clock) {
        this.table = new ChainTable(jdbc);
        this.checkpoints = new CheckpointTable(jdbc);
        this.following = new Following(table, vault);
        this.inTheActsTransaction = new TransactionTemplate(transactions);
        this.inTheActsTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Adds an act to the chain, in the caller's transaction: the entry is written when that commits, and never if it does
     * not.
     *
     * @param who who acts; the name is kept as a commitment called {@code actor}
     * @param act what was done
     * @throws org.springframework.transaction.IllegalTransactionStateException if no transaction is open
     */
    public void append(Actor who, Act act) {
        inTheActsTransaction.executeWithoutResult(
                status -> Pending.of(this::write).add(new Pending.Done(who, act)));
    }

    private void write(List<Pending.Done> acts) {
        inTheActsTransaction.executeWithoutResult(status -> {
            ChainTable.Head head = table.lockHead();
            for (Pending.Done done : acts) {
                head = write(done, head);
            }
            table.moveHead(head);
        });
    }

    private ChainTable.Head write(Pending.Done done, ChainTable.Head head) {
        Map<String, Commitment> commitments = commitments(done.who(), done.act());
        Map<String, String> values = new HashMap<>();
        commitments.forEach((name, commitment) -> values.put(name, commitment.digest()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Link link = Link.of(head.sequence() + 1, now, done.who(), done.act(), values);
        ChainTable.Head moved = new ChainTable.Head(link.sequence(), link.hashAfter(head.hash()));
        table.add(link, moved.hash());
        commitments.forEach((name, commitment) ->
                table.addSalt(link.sequence(), name, vault.seal(commitment.salt(), context(link.sequence(), name))));
        return moved;
    }

    /**
     * Whether an entry is bound to this value.
     *
     * @param sequence the number of the entry
     * @param name the name under which the value was given, or {@code actor} for the name of who acted
     * @param value what is claimed
     * @return false also when the salt has been erased, or there is no such entry
     */
    public boolean attests(long sequence, String name, String value) {
        var entry = table.entry(sequence);
        var salt = table.salt(sequence, name).map(kept -> vault.open(kept, context(sequence, name)));
        return entry.isPresent()
                && salt.isPresent()
                && Commitment.of(salt.get(), value)
                        .digest()
                        .equals(entry.get().link().commitments().get(name));
    }

    /**
     * Writes the chain as it stands, signed, with its checkpoints, to a file that {@link ChainFile} can check without the
     * database: JSON Lines, no personal data. It is followed from its last checkpoint first, as before every signature.
     *
     * @param out where to; stays open
     * @throws BrokenChainException if it does not follow; nothing has been written then
     * @throws UncheckedIOException if it cannot be written
     */
    public void export(OutputStream out) {
        Instant now = clock.instant();
        List<Checkpoint> nightly = checkpoints.all();
        Checkpoint last = nightly.isEmpty() ? Checkpoint.BEFORE_THE_FIRST : nightly.get(nightly.size() - 1);
        ChainTable.Head head = following.head(last);
        Checkpoint whole = Checkpoint.ofExport(now, following.follow(last, head.sequence(), head), vault);
        try {
            new ChainLines(out).segment(whole, table, nightly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Commitment> commitments(Actor who, Act act) {
        Map<String, Commitment> commitments = new HashMap<>();
        act.personal().forEach((name, value) -> commitments.put(name, Commitment.to(value)));
        if (!who.name().isEmpty()) {
            commitments.put(ACTOR, Commitment.to(who.name()));
        }
        return commitments;
    }

    private static String context(long sequence, String name) {
        return SALT + sequence + "/" + name;
    }
}

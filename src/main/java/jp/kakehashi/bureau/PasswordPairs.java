package jp.kakehashi.bureau;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The agreed table of passwords at the receiving office: it came on paper in a sealed envelope, and is typed in once.
 *
 * <ol>
 *   <li>{@link #load} takes the lines that are right, and names those that are not.
 *   <li>A parcel whose mail names a pair is opened with it ({@link ReceivedParcels#openWithPair}); while it is tried, the
 *       pair is for this parcel and no other.
 *   <li>Once it has opened a parcel its passwords are erased. One that has not is free again, however often the parcel was
 *       tried: a forged mail that names it must not take it from the parcel it was agreed for. Until it has served it may be
 *       typed anew, where the fingers slipped.
 * </ol>
 *
 * <p>The pairs of B are kept likewise, for what goes the other way.
 */
@Service
@Profile("bureau")
public class PasswordPairs {

    private final PasswordPairTable pairs;
    private final Chain chain;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordPairs(JdbcClient jdbc, PlatformTransactionManager transactions, Vault vault, Chain chain, Clock clock) {
        this.pairs = new PasswordPairTable(jdbc, vault);
        this.chain = chain;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What became of the lines.
     *
     * @param loaded the numbers of the pairs that were taken
     * @param faults the lines that were not
     */
    public record Loaded(List<String> loaded, List<LineFault> faults) {}

    /**
     * Takes pairs of the table.
     *
     * @param text a pair a line: number, password 1, password 2, with commas or tabs between
     * @param by who typed them, a {@link Role#RECEIVER}
     */
    public Loaded load(Agreement agreement, String text, Actor by) {
        ReceivedParcels.requireReceiver(by);
        TypedTable typed = TypedTable.read(text);
        return transaction.execute(status -> {
            List<String> loaded = new ArrayList<>();
            List<LineFault> faults = new ArrayList<>(typed.faults());
            typed.pairs().forEach((line, pair) -> {
                if (pairs.put(agreement.id(), pair, clock.instant())) {
                    loaded.add(pair.number());
                } else {
                    faults.add(new LineFault(line, LineFault.Why.USED));
                }
            });
            faults.sort(Comparator.comparing(LineFault::line));
            Map<String, String> facts =
                    Map.of("pairs", String.join(",", loaded), "faults", Integer.toString(faults.size()));
            chain.append(by, new Act("password-pairs-loaded", agreement.id(), facts));
            return new Loaded(List.copyOf(loaded), List.copyOf(faults));
        });
    }

    /** How many pairs are still to be used for what comes in (W). */
    public int unusedIncoming(Agreement agreement) {
        return pairs.unused(agreement.id(), "W");
    }

    /** How many pairs are kept for what goes out (B). */
    public int unusedOutgoing(Agreement agreement) {
        return pairs.unused(agreement.id(), "B");
    }

    /** Whether the pair that a parcel names is there for it. */
    public boolean isReadyFor(Parcel parcel) {
        return pairs.isFree(parcel);
    }
}

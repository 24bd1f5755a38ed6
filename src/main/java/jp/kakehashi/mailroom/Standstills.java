package jp.kakehashi.mailroom;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.Remarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The switches by which people of the office let the machine stand still, on every node, until a person lets it go again:
 *
 * <ul>
 *   <li>All posting. From the commit on no letter sets out: the {@link Outbox} asks in the same transaction in which it says
 *       that a letter is on its way. What is released waits, and lapses as it always does; only what a poster has in hand
 *       at that moment goes on.
 *   <li>One route, by its id. Whoever runs the routes looks here, and lets what is under way come to its end.
 * </ul>
 */
@Component
public class Standstills {

    /** What stands still where all posting does. */
    public static final String POSTING = "posting";

    private final StandstillTable table;
    private final Chain chain;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Standstills(JdbcClient jdbc, PlatformTransactionManager transactions, Remarks remarks, Chain chain, Clock clock) {
        this.table = new StandstillTable(jdbc, remarks);
        this.transaction = new TransactionTemplate(transactions);
        this.chain = chain;
        this.clock = clock;
    }

    /** The standstill of all posting, where there is one. */
    public Optional<Standstill> ofPosting() {
        return table.inForce().stream()
                .filter(one -> one.what().equals(POSTING))
                .findFirst();
    }

    /** The routes that stand still, the longest first. */
    public List<Standstill> ofRoutes() {
        return table.inForce().stream()
                .filter(one -> !one.what().equals(POSTING))
                .toList();
    }

    /**
     * Lets something stand still.
     *
     * @param what the id of a route, or {@link #POSTING}
     * @param reason why, in their words
     * @return false where it stands still already
     */
    public boolean begin(String what, String reason, Actor by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            table.lock();
            boolean goes = !table.stands(what);
            if (goes) {
                table.begin(new Standstill(UUID.randomUUID(), what, clock.instant(), by.account(), reason.strip()));
                chain.append(by, new Act("standstill-begun", what, Map.of(), Map.of("reason", reason.strip())));
            }
            return goes;
        }));
    }

    /**
     * Lets it go again.
     *
     * @param what the id of a route, or {@link #POSTING}
     * @param reason why, in their words
     * @return false where it does not stand still
     */
    public boolean end(String what, String reason, Actor by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            table.lock();
            boolean stood = table.end(what, clock.instant(), by.account());
            if (stood) {
                chain.append(by, new Act("standstill-ended", what, Map.of(), Map.of("reason", reason.strip())));
            }
            return stood;
        }));
    }

    /** Whether all posting stands still at this moment. */
    boolean ofAllPosting() {
        return table.stands(POSTING);
    }

    /** Whether a letter may set out, in the caller's transaction: until that ends nobody can let posting stand still. */
    boolean mayPost() {
        table.lock();
        return !table.stands(POSTING);
    }
}

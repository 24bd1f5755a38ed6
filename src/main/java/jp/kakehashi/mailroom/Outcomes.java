package jp.kakehashi.mailroom;

import java.time.Clock;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What became of letters, handed on one by one. In one transaction of the caller:
 *
 * <ol>
 *   <li>{@link #next} takes the next outcome, so that no other node takes it too.
 *   <li>The features follow it, each idempotent.
 *   <li>{@link #handedOn} is written last. If a step failed, nothing of this happened, and another outcome has its turn
 *       first.
 * </ol>
 */
@Component
public class Outcomes {

    private final OutcomeTable table;
    private final TransactionTemplate inTheCallers;
    private final TransactionTemplate onItsOwn;
    private final Clock clock;

    Outcomes(JdbcClient jdbc, PlatformTransactionManager transactions, Vault vault, Clock clock) {
        this.table = new OutcomeTable(jdbc, vault);
        this.inTheCallers = new TransactionTemplate(transactions);
        this.inTheCallers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
        this.onItsOwn = new TransactionTemplate(transactions);
        this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The next outcome that has not been handed on; null when there is none, or another node has it. */
    public Outcome next() {
        Long number = onItsOwn.execute(status -> {
            Long next = table.next().orElse(null);
            if (next != null) {
                table.countTry(next);
            }
            return next;
        });
        return number == null
                ? null
                : inTheCallers.execute(status -> table.take(number).orElse(null));
    }

    /** Marks an outcome as handed on: the last step. */
    public void handedOn(Outcome outcome) {
        inTheCallers.executeWithoutResult(
                status -> table.handedOn(outcome.about().number(), clock.instant()));
    }
}

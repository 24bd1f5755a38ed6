package jp.kakehashi.shipment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose turn it is: the shipments that wait for an act of a machine. One that fails is no obstacle to the others.
 *
 * <ol>
 *   <li>The least tried comes first. Its try is counted and committed before it begins, so that a failure counts too.
 *   <li>It is held in the caller's transaction; another node takes another one.
 *   <li>If that transaction fails, the class of the error is kept for the page once the row is free again.
 * </ol>
 */
@Component
@Profile("ward")
class Turns {

    private static final String TO_SEAL = "state = 'DECIDED' and seal_wanted";

    private static final String TO_CHECK = """
            state = 'RELEASED' and check_wanted and lapses_at > :now
                and (check_not_before is null or check_not_before <= :now)""";

    private static final String LAPSED = """
            select control_number from shipment where state = 'RELEASED' and letter is null and lapses_at <= :now
            for update skip locked
            """;

    private static final String RELEASED =
            "select control_number from shipment where state = 'RELEASED' for update skip locked";

    private static final String FAILED = "update shipment set failed_as = :kind where control_number = :number";

    private final JdbcClient ledger;
    private final ShipmentLedger shipments;
    private final TransactionTemplate onItsOwn;

    Turns(JdbcClient ledger, ShipmentLedger shipments, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.shipments = shipments;
        this.onItsOwn = new TransactionTemplate(transactions);
        this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The next to be sealed, its row locked for the caller's transaction. */
    Optional<Shipment> toSeal(Instant now) {
        return next(TO_SEAL, "drafted_at", now);
    }

    /** The next to be checked for the last time, its row locked for the caller's transaction. */
    Optional<Shipment> toCheck(Instant now) {
        return next(TO_CHECK, "released_at", now);
    }

    /** Those whose release ended unused, their rows locked for the caller's transaction. */
    List<String> lapsed(Instant now) {
        return ledger.sql(LAPSED)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    /** What is released and in nobody's hand, the rows locked for the caller's transaction. */
    List<Shipment> released() {
        return ledger.sql(RELEASED).query(String.class).list().stream()
                .map(shipments::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Shipment> next(String waiting, String since, Instant now) {
        Optional<String> next = onItsOwn.execute(status -> {
            Optional<String> least = taken(waiting + " order by tries, " + since + ", control_number limit 1", "", now);
            least.ifPresent(this::count);
            return least;
        });
        return next.flatMap(number -> taken(waiting + " and control_number = :number", number, now))
                .flatMap(this::held);
    }

    private Optional<String> taken(String which, String number, Instant now) {
        return ledger.sql("select control_number from shipment where " + which + " for update skip locked")
                .param("now", Timestamp.from(now))
                .param("number", number)
                .query(String.class)
                .optional();
    }

    private void count(String number) {
        ledger.sql("update shipment set tries = tries + 1 where control_number = :number")
                .param("number", number)
                .update();
    }

    private Optional<Shipment> held(String number) {
        TransactionSynchronizationManager.registerSynchronization(new Turn(number));
        return shipments.find(number);
    }

    /**
     * A step of an error policy: the turn of the open transaction fails with this. Outside a turn nothing is kept.
     *
     * @param trouble whose class is kept; never its message, which may quote values
     */
    void failed(Exception trouble) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Turn.class::isInstance)
                .forEach(turn -> ((Turn) turn).kind = kind(trouble));
    }

    private static String kind(Throwable trouble) {
        Throwable root = trouble;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    /** One shipment's turn, until its transaction ends. */
    private final class Turn implements TransactionSynchronization {

        private final String number;
        private String kind = "RolledBack";

        Turn(String number) {
            this.number = number;
        }

        /** Only now the row is free. */
        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
                onItsOwn.executeWithoutResult(own -> ledger.sql(FAILED)
                        .param("kind", kind)
                        .param("number", number)
                        .update());
            }
        }
    }
}

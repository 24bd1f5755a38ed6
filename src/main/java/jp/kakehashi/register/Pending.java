package jp.kakehashi.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The acts of one transaction, in their order, until its commit; one that rolls back leaves nothing of them. */
final class Pending implements TransactionSynchronization {

    private final Consumer<List<Done>> writer;
    private final List<Done> acts = new ArrayList<>();
    private boolean written;

    private Pending(Consumer<List<Done>> writer) {
        this.writer = writer;
    }

    /**
     * Those of the transaction that is open now.
     *
     * @param writer writes them, as the last step before the commit
     */
    static Pending of(Consumer<List<Done>> writer) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(() -> registered(new Pending(writer)));
    }

    private static Pending registered(Pending pending) {
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /**
     * Keeps an act in mind.
     *
     * @throws IllegalStateException if the transaction is ending: its acts have been written
     */
    void add(Done done) {
        if (written) {
            throw new IllegalStateException(
                    "the acts of this transaction have been written: " + done.act() + " is late");
        }
        acts.add(done);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        writer.accept(acts);
    }

    /** What somebody did. */
    record Done(Actor who, Act act) {}
}

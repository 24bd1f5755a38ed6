package jp.kakehashi.release;

import java.time.Clock;
import java.util.Optional;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.people.People;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.Remarks;
import jp.kakehashi.shipment.Gate;
import jp.kakehashi.vault.Vault;

/** Decisions over a test's ledger, for tests of drafts. */
public final class TestRelease {

    private final StandingDecisions standing;
    private final DecisionTable decisions;

    /** The decisions of an office under these agreements, behind this gate. */
    public TestRelease(TestLedger ledger, Vault vault, People people, Agreements agreements, Gate gate, Clock clock) {
        StandingDecisionTable table = new StandingDecisionTable(ledger.jdbc(), people);
        Chain chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        this.decisions = new DecisionTable(ledger.jdbc(), table, new Remarks(ledger.jdbc(), vault), people);
        this.standing = new StandingDecisions(
                table, decisions, new DecisionTurn(ledger.jdbc()), gate, agreements, chain, clock);
    }

    /** Standing decisions; the caller's transaction is theirs. */
    public StandingDecisions standing() {
        return standing;
    }

    /** The decision on a shipment. */
    public Optional<Decision> decision(String controlNumber) {
        return decisions.find(controlNumber);
    }
}

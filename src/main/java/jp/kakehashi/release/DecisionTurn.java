package jp.kakehashi.release;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One person decides at a time: what was counted or looked up before a decision is still so when it is written. */
@Component
@Profile("ward")
class DecisionTurn {

    private final JdbcClient ledger;

    DecisionTurn(JdbcClient ledger) {
        this.ledger = ledger;
    }

    /** Waits for whoever is deciding, and has others wait until the caller's transaction ends; before any other lock. */
    void take() {
        ledger.sql("select one from decision_turn for update")
                .query(Integer.class)
                .single();
    }
}

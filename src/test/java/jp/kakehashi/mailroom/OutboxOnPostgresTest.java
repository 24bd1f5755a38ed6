package jp.kakehashi.mailroom;

import jp.kakehashi.ledger.TestLedger;

class OutboxOnPostgresTest extends OutboxContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

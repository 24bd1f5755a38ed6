package jp.kakehashi.mailroom;

import jp.kakehashi.ledger.TestLedger;

class OutboxOnPostgresTest extends OutboxContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }

    @Override
    String waiting() {
        return "select pid from pg_locks where not granted";
    }
}

package jp.kakehashi.mailroom;

import jp.kakehashi.ledger.TestLedger;

class InboxOnPostgresTest extends InboxContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

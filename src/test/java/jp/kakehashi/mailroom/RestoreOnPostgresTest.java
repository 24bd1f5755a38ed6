package jp.kakehashi.mailroom;

import jp.kakehashi.ledger.TestLedger;

class RestoreOnPostgresTest extends RestoreContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

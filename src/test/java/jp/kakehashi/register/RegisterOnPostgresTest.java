package jp.kakehashi.register;

import jp.kakehashi.ledger.TestLedger;

class RegisterOnPostgresTest extends RegisterContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

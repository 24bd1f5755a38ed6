package jp.kakehashi.bureau;

import jp.kakehashi.ledger.TestLedger;

class PasswordPairsOnPostgresTest extends PasswordPairsContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

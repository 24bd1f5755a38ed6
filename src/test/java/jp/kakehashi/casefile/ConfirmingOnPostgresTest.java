package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class ConfirmingOnPostgresTest extends ConfirmingTest {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

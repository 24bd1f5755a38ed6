package jp.kakehashi.bureau;

import jp.kakehashi.ledger.TestLedger;

class BureauOnPostgresTest extends BureauContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class DiscretionOnPostgresTest extends DiscretionTest {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

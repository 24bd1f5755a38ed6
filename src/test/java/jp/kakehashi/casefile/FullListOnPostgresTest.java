package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class FullListOnPostgresTest extends FullListTest {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class CounterOnPostgresTest extends CounterTest {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class CounterOnH2Test extends CounterTest {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class FullListOnH2Test extends FullListTest {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

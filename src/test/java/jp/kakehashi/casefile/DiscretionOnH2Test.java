package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class DiscretionOnH2Test extends DiscretionTest {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

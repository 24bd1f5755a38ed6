package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class ConfirmingOnH2Test extends ConfirmingTest {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

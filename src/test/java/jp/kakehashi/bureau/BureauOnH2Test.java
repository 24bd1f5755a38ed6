package jp.kakehashi.bureau;

import jp.kakehashi.ledger.TestLedger;

class BureauOnH2Test extends BureauContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

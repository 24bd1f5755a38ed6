package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class SetApartOnH2Test extends SetApartTest {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

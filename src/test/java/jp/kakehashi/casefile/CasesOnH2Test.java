package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class CasesOnH2Test extends CasesTest {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

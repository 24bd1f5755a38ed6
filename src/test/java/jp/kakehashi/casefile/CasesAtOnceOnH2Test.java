package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class CasesAtOnceOnH2Test extends CasesAtOnceTest {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

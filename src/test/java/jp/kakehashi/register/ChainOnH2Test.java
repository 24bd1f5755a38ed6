package jp.kakehashi.register;

import jp.kakehashi.ledger.TestLedger;

class ChainOnH2Test extends ChainContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }

    @Override
    void tamper(TestLedger ledger, String sql) {
        ledger.jdbc().sql(sql).update();
    }
}

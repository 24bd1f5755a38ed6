package jp.kakehashi.register;

import jp.kakehashi.ledger.TestLedger;

class RegisterOnH2Test extends RegisterContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

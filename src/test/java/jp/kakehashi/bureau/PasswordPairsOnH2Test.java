package jp.kakehashi.bureau;

import jp.kakehashi.ledger.TestLedger;

class PasswordPairsOnH2Test extends PasswordPairsContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

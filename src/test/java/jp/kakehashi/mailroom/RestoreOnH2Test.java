package jp.kakehashi.mailroom;

import jp.kakehashi.ledger.TestLedger;

class RestoreOnH2Test extends RestoreContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

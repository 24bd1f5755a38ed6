package jp.kakehashi.mailroom;

import jp.kakehashi.ledger.TestLedger;

class InboxOnH2Test extends InboxContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

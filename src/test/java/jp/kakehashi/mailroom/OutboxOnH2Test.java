package jp.kakehashi.mailroom;

import jp.kakehashi.ledger.TestLedger;

class OutboxOnH2Test extends OutboxContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

package jp.kakehashi.mailroom;

import jp.kakehashi.ledger.TestLedger;

class OutboxOnH2Test extends OutboxContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }

    @Override
    String waiting() {
        return "select session_id from information_schema.sessions where blocker_id is not null";
    }
}

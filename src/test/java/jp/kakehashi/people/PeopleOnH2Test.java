package jp.kakehashi.people;

import jp.kakehashi.ledger.TestLedger;

class PeopleOnH2Test extends PeopleContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }
}

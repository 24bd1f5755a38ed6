package jp.kakehashi.people;

import jp.kakehashi.ledger.TestLedger;

class PeopleOnPostgresTest extends PeopleContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

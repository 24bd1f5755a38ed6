package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class SetApartOnPostgresTest extends SetApartTest {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

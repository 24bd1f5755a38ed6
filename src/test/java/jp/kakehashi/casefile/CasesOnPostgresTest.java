package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class CasesOnPostgresTest extends CasesTest {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

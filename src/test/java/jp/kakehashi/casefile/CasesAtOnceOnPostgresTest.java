package jp.kakehashi.casefile;

import jp.kakehashi.ledger.TestLedger;

class CasesAtOnceOnPostgresTest extends CasesAtOnceTest {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }
}

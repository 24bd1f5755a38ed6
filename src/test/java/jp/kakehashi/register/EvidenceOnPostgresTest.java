package jp.kakehashi.register;

import jp.kakehashi.ledger.TestLedger;

class EvidenceOnPostgresTest extends EvidenceContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }

    @Override
    boolean isPostgres() {
        return true;
    }
}

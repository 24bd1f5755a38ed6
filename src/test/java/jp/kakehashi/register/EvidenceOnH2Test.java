package jp.kakehashi.register;

import jp.kakehashi.ledger.TestLedger;

class EvidenceOnH2Test extends EvidenceContract {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }

    @Override
    boolean isPostgres() {
        return false;
    }
}

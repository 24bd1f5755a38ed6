package jp.kakehashi.release;

import jp.kakehashi.ledger.TestLedger;

/** Gates on H2. */
class GatesOnH2Test extends GatesContract {

    GatesOnH2Test() {
        super(TestLedger.h2());
    }
}

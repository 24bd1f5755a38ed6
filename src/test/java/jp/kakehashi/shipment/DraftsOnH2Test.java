package jp.kakehashi.shipment;

import jp.kakehashi.ledger.TestLedger;

/** Drafts on H2. */
class DraftsOnH2Test extends DraftsContract {

    DraftsOnH2Test() {
        super(TestLedger.h2());
    }
}

package jp.kakehashi.shipment;

import jp.kakehashi.ledger.TestLedger;

/** Drafts on PostgreSQL. */
class DraftsOnPostgresTest extends DraftsContract {

    DraftsOnPostgresTest() {
        super(TestLedger.postgres());
    }
}

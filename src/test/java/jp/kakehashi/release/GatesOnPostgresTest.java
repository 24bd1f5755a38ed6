package jp.kakehashi.release;

import jp.kakehashi.ledger.TestLedger;

/** Gates on PostgreSQL. */
class GatesOnPostgresTest extends GatesContract {

    GatesOnPostgresTest() {
        super(TestLedger.postgres());
    }
}

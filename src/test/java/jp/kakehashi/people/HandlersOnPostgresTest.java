package jp.kakehashi.people;

import jp.kakehashi.ledger.TestLedger;

/** The list of handlers on PostgreSQL. */
class HandlersOnPostgresTest extends HandlersContract {

    HandlersOnPostgresTest() {
        super(TestLedger.postgres());
    }
}

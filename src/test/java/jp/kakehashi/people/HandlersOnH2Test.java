package jp.kakehashi.people;

import jp.kakehashi.ledger.TestLedger;

/** The list of handlers on H2. */
class HandlersOnH2Test extends HandlersContract {

    HandlersOnH2Test() {
        super(TestLedger.h2());
    }
}

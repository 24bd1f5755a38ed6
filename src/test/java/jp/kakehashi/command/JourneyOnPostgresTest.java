package jp.kakehashi.command;

import java.util.Map;
import jp.kakehashi.ledger.TestLedger;

/** The journey with the ward's ledger on a real PostgreSQL. */
class JourneyOnPostgresTest extends JourneyContract {

    @Override
    Map<String, Object> ledger() {
        TestLedger ledger = TestLedger.postgres();
        return Map.of("kakehashi.ledger.url", ledger.url(), "kakehashi.ledger.username", ledger.user());
    }
}

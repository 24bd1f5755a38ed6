package jp.kakehashi.source;

import javax.sql.DataSource;
import jp.kakehashi.ledger.TestLedger;

class SourceOnPostgresTest extends SourceTest {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }

    @Override
    DataSource city() {
        return TestCity.postgres();
    }
}

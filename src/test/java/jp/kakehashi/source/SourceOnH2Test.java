package jp.kakehashi.source;

import javax.sql.DataSource;
import jp.kakehashi.ledger.TestLedger;

class SourceOnH2Test extends SourceTest {

    @Override
    TestLedger ledger() {
        return TestLedger.h2();
    }

    @Override
    DataSource city() {
        return TestCity.h2();
    }
}

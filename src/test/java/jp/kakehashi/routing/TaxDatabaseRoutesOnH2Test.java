package jp.kakehashi.routing;

import javax.sql.DataSource;
import jp.kakehashi.source.TestCity;

class TaxDatabaseRoutesOnH2Test extends TaxDatabaseRoutesTest {

    @Override
    DataSource city() {
        return TestCity.h2();
    }
}

package jp.kakehashi.routing;

import javax.sql.DataSource;
import jp.kakehashi.source.TestCity;

class TaxDatabaseRoutesOnPostgresTest extends TaxDatabaseRoutesTest {

    @Override
    DataSource city() {
        return TestCity.postgres();
    }
}

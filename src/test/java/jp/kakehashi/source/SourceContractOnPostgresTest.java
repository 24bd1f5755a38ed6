package jp.kakehashi.source;

import javax.sql.DataSource;

class SourceContractOnPostgresTest extends SourceContractTest {

    @Override
    DataSource emptyDatabase() {
        return TestCity.postgres();
    }
}

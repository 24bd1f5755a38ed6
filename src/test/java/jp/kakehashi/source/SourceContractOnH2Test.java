package jp.kakehashi.source;

import javax.sql.DataSource;

class SourceContractOnH2Test extends SourceContractTest {

    @Override
    DataSource emptyDatabase() {
        return TestCity.h2();
    }
}

package jp.kakehashi.register;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.kakehashi.ledger.TestLedger;
import org.junit.jupiter.api.Test;

class ChainOnPostgresTest extends ChainContract {

    @Override
    TestLedger ledger() {
        return TestLedger.postgres();
    }

    @Override
    void tamper(TestLedger ledger, String sql) {
        ledger.jdbc().sql("alter table chain_entry disable trigger all").update();
        ledger.jdbc().sql(sql).update();
    }

    @Test
    void invariant8_theDatabaseItselfRefusesToChangeEvidence() {
        TestLedger ledger = ledger();
        for (String table : new String[] {"chain_entry", "register_entry"}) {
            for (String sql : new String[] {"delete from " + table, "update " + table + " set at = null"}) {
                assertThatThrownBy(() -> ledger.jdbc().sql(sql).update()).hasMessageContaining("append-only");
            }
            assertThatThrownBy(() ->
                            ledger.jdbc().sql("truncate " + table + " cascade").update())
                    .hasMessageContaining("append-only");
        }
    }
}

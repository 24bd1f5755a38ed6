package jp.kakehashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The fixture itself: both kinds of ledger answer. */
class TestLedgerTest {

    @Test
    void bothKindsOfLedgerAnswer() {
        assertThat(TestLedger.h2().jdbc().sql("select 1").query(Integer.class).single())
                .isEqualTo(1);
        assertThat(TestLedger.postgres()
                        .jdbc()
                        .sql("select version()")
                        .query(String.class)
                        .single())
                .startsWith("PostgreSQL 17");
    }
}

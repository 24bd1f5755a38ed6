package jp.kakehashi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;

/** What the register keeps to, on any ledger. */
abstract class RegisterContract {

    private static final Instant JUNE = Instant.parse("2026-06-01T01:00:00.123456Z");

    private final Vault vault = TestVault.fresh();
    private final String hanako = vault.digest("person", "0000000001");
    private final String taro = vault.digest("person", "0000000002");

    private TestLedger ledger;
    private Register register;

    abstract TestLedger ledger();

    @BeforeEach
    void start() {
        ledger = ledger();
        register = new Register(ledger.jdbc(), ledger.transactionManager(), vault);
    }

    @Test
    void everyCellComesBackCharacterByCharacterAndInOrder() {
        Entry entry = entry("R8-001", 1, hanako, JUNE);
        write(entry);

        Entry back = register.about(hanako).get(0);

        assertThat(back).isEqualTo(entry);
        assertThat(back.cells().keySet()).containsExactly("氏名", "在留カード番号", "在留期間", "漢字氏名");
    }

    @Test
    void aPersonIsFoundInEveryMessageEitherWay() {
        write(entry("R8-001", 1, hanako, JUNE), entry("R8-001", 2, taro, JUNE));
        Entry answer =
                new Entry("Q8-001", "03INQ", Direction.RECEIVED, 1, hanako, Map.of("照会", "期限"), JUNE.plusSeconds(60));
        write(answer);

        assertThat(register.about(hanako)).extracting(Entry::message).containsExactly("R8-001", "Q8-001");
        assertThat(register.of("R8-001")).extracting(Entry::personKey).containsExactly(hanako, taro);
        assertThat(register.about(vault.digest("person", "0000000003"))).isEmpty();
    }

    @Test
    void invariant3_cellsAreEncryptedAndNeverPrinted() {
        Entry entry = entry("R8-001", 1, hanako, JUNE);
        write(entry);

        byte[] kept = ledger.jdbc()
                .sql("select cells from register_entry")
                .query(byte[].class)
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("ZZ00000001ZZ", "KAKU");
        assertThat(entry.toString()).doesNotContain("ZZ00000001ZZ", "KAKU");
    }

    @Test
    void aRowIsWrittenOnce() {
        write(entry("R8-001", 1, hanako, JUNE));

        assertThatThrownBy(() -> write(entry("R8-001", 1, taro, JUNE))).isInstanceOf(DuplicateKeyException.class);
        assertThat(register.about(taro)).isEmpty();
    }

    @Test
    void rowsLiveOrDieWithTheActThatWritesThem() {
        assertThatThrownBy(() -> register.write(List.of(entry("R8-001", 1, hanako, JUNE))))
                .isInstanceOf(IllegalTransactionStateException.class);
        ledger.transactions().executeWithoutResult(status -> {
            register.write(List.of(entry("R8-001", 1, hanako, JUNE)));
            status.setRollbackOnly();
        });
        assertThat(register.about(hanako)).isEmpty();
    }

    private void write(Entry... entries) {
        ledger.transactions().executeWithoutResult(status -> register.write(List.of(entries)));
    }

    private static Entry entry(String message, int row, String person, Instant at) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("氏名", "KAKU HANAKO");
        cells.put("在留カード番号", "ZZ0000000" + row + "ZZ");
        cells.put("在留期間", "");
        cells.put("漢字氏名", "架空 𠮷子");
        return new Entry(message, "02PROV", Direction.SENT, row, person, cells, at);
    }
}

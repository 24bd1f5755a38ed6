package jp.kakehashi.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VaultTest {

    private static final String TEXT = "ZZ00000001ZZ 架空 太郎";

    private final Vault vault = TestVault.fresh();

    @Test
    void opensWhatItSealed() {
        byte[] sealed = vault.sealText(TEXT, "case_file.facts");

        assertThat(vault.openText(sealed, "case_file.facts")).isEqualTo(TEXT);
    }

    @Test
    void invariant3_sealedBytesHoldNoPlaintextAndNeverRepeat() {
        byte[] once = vault.sealText(TEXT, "case_file.facts");
        byte[] again = vault.sealText(TEXT, "case_file.facts");

        assertThat(once).isNotEqualTo(again);
        assertThat(new String(once, UTF_8)).doesNotContain("ZZ00000001ZZ", "架空");
    }

    @Test
    void everyFlippedBitIsRefused() {
        byte[] sealed = vault.sealText(TEXT, "case_file.facts");

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> vault.open(altered, "case_file.facts")).isInstanceOf(VaultException.class);
        }
    }

    @Test
    void doesNotOpenInAnotherContextOrUnderAnotherKey() {
        byte[] sealed = vault.sealText(TEXT, "case_file.facts");

        assertThatThrownBy(() -> vault.open(sealed, "parcel.bytes"))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("parcel.bytes");
        assertThatThrownBy(() -> TestVault.fresh().open(sealed, "case_file.facts"))
                .isInstanceOf(VaultException.class);
    }

    @Test
    void digestsAreStablePerKeyAndPurposeOnly() {
        String digest = vault.digest("person", "0000000001");

        assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(vault.digest("person", "0000000001"));
        assertThat(digest).isNotEqualTo(vault.digest("card", "0000000001"));
        assertThat(digest).isNotEqualTo(vault.digest("person", "0000000002"));
        assertThat(digest).isNotEqualTo(TestVault.fresh().digest("person", "0000000001"));
        assertThat(vault.digest("ab", "c")).isNotEqualTo(vault.digest("a", "bc"));
    }
}

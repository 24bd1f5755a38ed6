package jp.kakehashi.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.Test;

class BindingTest {

    private final Vault vault = TestVault.fresh();
    private final Binding binding =
            new Binding("ab".repeat(32), List.of("a@kakuu.lg.example"), 500, DocumentKind.PROVISION, new UUID(1, 1));

    @Test
    void invariant2_whoCanOnlyWriteTheLedgerCannotMakeABinding() {
        assertThat(binding.digest(vault)).isEqualTo(binding.digest(vault)).hasSize(64);
        assertThat(binding.digest(TestVault.fresh())).isNotEqualTo(binding.digest(vault));
    }

    @Test
    void invariant2_everyPartBinds() {
        assertThat(List.of(
                        new Binding("ac".repeat(32), binding.envelope(), 500, binding.kind(), binding.sitting()),
                        new Binding(binding.parcelSha256(), List.of(), 500, binding.kind(), binding.sitting()),
                        new Binding(binding.parcelSha256(), binding.envelope(), 499, binding.kind(), binding.sitting()),
                        new Binding(
                                binding.parcelSha256(), binding.envelope(), 500, DocumentKind.TEST, binding.sitting()),
                        new Binding(binding.parcelSha256(), binding.envelope(), 500, binding.kind(), new UUID(1, 2))))
                .extracting(other -> other.digest(vault))
                .doesNotContain(binding.digest(vault))
                .doesNotHaveDuplicates();
    }
}

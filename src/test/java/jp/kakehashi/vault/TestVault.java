package jp.kakehashi.vault;

/** Vaults for tests, with keys that live in memory only. */
public final class TestVault {

    private TestVault() {}

    /** A vault with new keys of its own. */
    public static Vault fresh() {
        return new Vault(Keysets.generate());
    }
}

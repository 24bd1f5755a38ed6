package jp.kakehashi.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;

/**
 * The two keysets of a vault, 256 bits each: AES-256-GCM for sealing, HMAC-SHA-256 for keyed digests. Never printed.
 */
final class Keysets {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle sealing;
    private final KeysetHandle digesting;

    private Keysets(KeysetHandle sealing, KeysetHandle digesting) {
        this.sealing = sealing;
        this.digesting = digesting;
    }

    static Keysets generate() {
        return new Keysets(fresh(PredefinedAeadParameters.AES256_GCM), fresh(PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    /** From Tink's JSON form of each keyset. */
    static Keysets parse(String sealing, String digesting) throws GeneralSecurityException {
        return new Keysets(
                TinkJsonProtoKeysetFormat.parseKeyset(
                        sealing, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()),
                TinkJsonProtoKeysetFormat.parseKeyset(
                        digesting, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    /** Tink's JSON form, key material included: for the key file and nothing else. */
    String sealingJson() {
        return json(sealing);
    }

    /** Tink's JSON form, key material included: for the key file and nothing else. */
    String digestingJson() {
        return json(digesting);
    }

    Aead aead() throws GeneralSecurityException {
        return sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    PrfSet prf() throws GeneralSecurityException {
        return digesting.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    private static KeysetHandle fresh(Parameters parameters) {
        try {
            return KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make a 256-bit key", e);
        }
    }

    private static String json(KeysetHandle handle) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset could not be written down", e);
        }
    }
}

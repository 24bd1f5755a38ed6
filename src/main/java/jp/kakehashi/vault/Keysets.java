package jp.kakehashi.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;

/**
 * The three keysets of a vault, 256 bits each: AES-256-GCM for sealing, HMAC-SHA-256 for keyed digests, Ed25519 for
 * signing (without Tink's prefix, so that any program can check a signature). Never printed.
 */
final class Keysets {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
            SignatureConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle sealing;
    private final KeysetHandle digesting;
    private final KeysetHandle signing;

    private Keysets(KeysetHandle sealing, KeysetHandle digesting, KeysetHandle signing) {
        this.sealing = sealing;
        this.digesting = digesting;
        this.signing = signing;
    }

    static Keysets generate() {
        return new Keysets(
                fresh(PredefinedAeadParameters.AES256_GCM),
                fresh(PredefinedPrfParameters.HMAC_SHA256_PRF),
                fresh(Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX)));
    }

    /** From Tink's JSON form of each keyset. */
    static Keysets parse(String sealing, String digesting, String signing) throws GeneralSecurityException {
        return new Keysets(parsed(sealing), parsed(digesting), parsed(signing));
    }

    /** Tink's JSON form, key material included: for the key file and nothing else. */
    String sealingJson() {
        return json(sealing);
    }

    /** Tink's JSON form, key material included: for the key file and nothing else. */
    String digestingJson() {
        return json(digesting);
    }

    /** Tink's JSON form, key material included: for the key file and nothing else. */
    String signingJson() {
        return json(signing);
    }

    Aead aead() throws GeneralSecurityException {
        return sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    PrfSet prf() throws GeneralSecurityException {
        return digesting.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    PublicKeySign signer() throws GeneralSecurityException {
        return signing.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
    }

    /** The 32 bytes of the public key that belongs to the signing one. */
    @AccessesPartialKey
    byte[] publicKey() throws GeneralSecurityException {
        var key = signing.getPublicKeysetHandle().getPrimary().getKey();
        return ((Ed25519PublicKey) key).getPublicKeyBytes().toByteArray();
    }

    private static KeysetHandle parsed(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
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

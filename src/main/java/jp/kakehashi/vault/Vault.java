package jp.kakehashi.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * Encrypts what the ledger keeps about persons, makes the keyed digests by which it is found again, and signs what must be
 * provable outside.
 *
 * <p>Sealing is AES-256-GCM with a random nonce: the same text sealed twice differs. The context (where the value
 * lives, e.g. {@code case_file.facts}) is bound to it: a value moved to another place does not open there.
 */
public final class Vault {

    private static final int DIGEST_BYTES = 32;

    private final Aead aead;
    private final PrfSet prf;
    private final PublicKeySign signer;
    private final VerifyingKey verifyingKey;

    Vault(Keysets keysets) {
        try {
            this.aead = keysets.aead();
            this.prf = keysets.prf();
            this.signer = keysets.signer();
            this.verifyingKey = VerifyingKey.of(keysets.publicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keysets do not fit AES-256-GCM, HMAC-SHA-256 and Ed25519", e);
        }
    }

    /**
     * Encrypts and authenticates.
     *
     * @param plain what to keep secret
     * @param context where the result will be kept; the same must be given to {@link #open}
     * @return the sealed bytes, 33 longer than the plain ones
     */
    public byte[] seal(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed for " + context, e);
        }
    }

    /**
     * Opens what {@link #seal} returned.
     *
     * @throws VaultException if the bytes were altered, sealed under another key, or for another context
     */
    public byte[] open(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new VaultException("altered, or sealed under another key or context: " + context, e);
        }
    }

    /** Seals a text in UTF-8; see {@link #seal}. */
    public byte[] sealText(String text, String context) {
        return seal(text.getBytes(UTF_8), context);
    }

    /**
     * Opens a text sealed by {@link #sealText}.
     *
     * @throws VaultException as {@link #open}
     */
    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), UTF_8);
    }

    /**
     * The keyed digest (HMAC-SHA-256) of a value, to look it up and to keep it unique without storing it. Digests of
     * the same value for two purposes cannot be joined.
     *
     * @param purpose what the digest is for, e.g. {@code person}
     * @param value the value, exactly as compared; normalise it before
     * @return 64 lower-case hexadecimal digits
     */
    public String digest(String purpose, String value) {
        byte[] input = (purpose.length() + ":" + purpose + value).getBytes(UTF_8);
        try {
            return HexFormat.of().formatHex(prf.computePrimary(input, DIGEST_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("digest failed for " + purpose, e);
        }
    }

    /**
     * Signs a statement (Ed25519, RFC 8032).
     *
     * @param statement what is signed, which says itself what it is
     * @return 64 bytes, for {@link VerifyingKey#signed}
     */
    public byte[] sign(byte[] statement) {
        try {
            return signer.sign(statement);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    /** What checks the signatures of this vault; no secret, to be kept where nobody who can write the ledger writes. */
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** Says nothing about the keys. */
    @Override
    public String toString() {
        return "Vault";
    }
}

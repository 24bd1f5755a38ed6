package jp.kakehashi.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of a key file's signing key (Ed25519): it checks signatures and can make none. Written as PEM (RFC 7468,
 * RFC 8410), so that other programs check the same signatures, for example {@code openssl pkeyutl -verify -rawin}.
 */
public final class VerifyingKey {

    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    private VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /** From the 32 bytes of RFC 8032. */
    static VerifyingKey of(byte[] point) throws GeneralSecurityException {
        byte[] x509 = ByteBuffer.allocate(X509_HEAD.length + point.length)
                .put(X509_HEAD)
                .put(point)
                .array();
        return new VerifyingKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509)));
    }

    /**
     * Reads what {@link #pem} wrote.
     *
     * @return empty if it is no Ed25519 public key in PEM
     */
    public static Optional<VerifyingKey> ofPem(String text) {
        String body = text.strip();
        if (!body.startsWith(BEGIN) || !body.endsWith(END)) {
            return Optional.empty();
        }
        try {
            byte[] x509 = Base64.getMimeDecoder().decode(body.substring(BEGIN.length(), body.length() - END.length()));
            return Optional.of(
                    new VerifyingKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key as PEM, three lines. */
    public String pem() {
        return BEGIN + "\n" + new String(Base64.getEncoder().encode(key.getEncoded()), US_ASCII) + "\n" + END + "\n";
    }

    /**
     * Whether the owner of the key has signed this.
     *
     * @param statement what is said to be signed
     * @param signature what {@link Vault#sign} gave, or anything else
     */
    public boolean signed(byte[] statement, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(statement);
            return check.verify(signature);
        } catch (SignatureException e) {
            return false; // not even of the form of a signature
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key that was accepted is refused now", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }
}

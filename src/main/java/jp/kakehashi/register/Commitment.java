package jp.kakehashi.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Binds the chain to a value without holding it: provable while the salt is kept, meaningless once it is erased. */
final class Commitment {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private final byte[] salt;
    private final String digest;

    private Commitment(byte[] salt, String digest) {
        this.salt = salt;
        this.digest = digest;
    }

    /** A commitment to a value with a new salt. */
    static Commitment to(String value) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return of(salt, value);
    }

    /** The commitment that this salt makes of this value. */
    static Commitment of(byte[] salt, String value) {
        MessageDigest sha256 = Sha256.digest();
        sha256.update(salt);
        return new Commitment(salt, HexFormat.of().formatHex(sha256.digest(value.getBytes(UTF_8))));
    }

    /** What opens it; to be kept sealed. */
    byte[] salt() {
        return salt.clone();
    }

    /** What the chain holds, 64 hexadecimal digits. */
    String digest() {
        return digest;
    }
}

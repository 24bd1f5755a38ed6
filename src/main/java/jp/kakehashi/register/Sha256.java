package jp.kakehashi.register;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 (FIPS 180-4), in the writing of the register: 64 lower-case hexadecimal digits. */
public final class Sha256 {

    private static final Pattern WRITING = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    /** The digest of these bytes. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** The same text, if it is a digest in this writing. */
    static String require(String digest) {
        if (!WRITING.matcher(digest).matches()) {
            throw new IllegalArgumentException("a hash is 64 lower-case hexadecimal digits");
        }
        return digest;
    }

    /** A digest that is fed piece by piece. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

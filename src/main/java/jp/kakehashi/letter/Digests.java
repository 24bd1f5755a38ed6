package jp.kakehashi.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what a mail carries. */
final class Digests {

    private Digests() {}

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of a text, however mail systems ended its lines and whatever white space they left at its end. */
    static String sha256(String text) {
        String plain = text.replace("\r\n", "\n").stripTrailing();
        return sha256(plain.getBytes(StandardCharsets.UTF_8));
    }
}

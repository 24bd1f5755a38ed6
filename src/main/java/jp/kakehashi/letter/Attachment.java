package jp.kakehashi.letter;

/**
 * One file in a mail.
 *
 * @param fileName its name as shown to people; empty where a received part had none that could be read
 * @param content its decoded bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(String fileName, byte[] content) {

    /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return Digests.sha256(content);
    }
}

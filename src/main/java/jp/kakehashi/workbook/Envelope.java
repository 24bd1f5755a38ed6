package jp.kakehashi.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.ChainingMode;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.TempFilePOIFSFileSystem;

/**
 * Agile encryption as it is written ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15): AES-256 in CBC, SHA-512, 100,000 rounds.
 *
 * <ol>
 *   <li>The key is derived from the password before the first byte.
 *   <li>What the content writes is encrypted in memory, segment by segment, and only ciphertext is spooled to a temporary file.
 *   <li>The HMAC over the ciphertext is put into the header, the compound file goes out, the temporary files are erased.
 * </ol>
 */
final class Envelope {

    private static final int KEY_BITS = 256;
    private static final int BLOCK_BYTES = 16;

    /** What is to be encrypted. */
    interface Content {
        void writeTo(OutputStream plain) throws IOException;
    }

    private Envelope() {}

    static void seal(Content content, char[] password, OutputStream out) throws IOException {
        EncryptionInfo info = new EncryptionInfo(
                EncryptionMode.agile,
                CipherAlgorithm.aes256,
                HashAlgorithm.sha512,
                KEY_BITS,
                BLOCK_BYTES,
                ChainingMode.cbc);
        Encryptor encryptor = info.getEncryptor();
        encryptor.confirmPassword(new String(password));
        try (TempFilePOIFSFileSystem file = new TempFilePOIFSFileSystem()) {
            try (OutputStream plain = encryptor.getDataStream(file)) {
                content.writeTo(plain);
            }
            file.writeFilesystem(out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256 or no SHA-512", e);
        }
    }
}

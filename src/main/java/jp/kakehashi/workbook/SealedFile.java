package jp.kakehashi.workbook;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.poi.poifs.crypt.ChainingMode;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.CryptoFunctions;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionHeader;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A received encrypted workbook, and the order in which it is trusted:
 *
 * <ol>
 *   <li>Its size and first bytes: a compound file, or it is refused.
 *   <li>Its encryption: agile, AES in CBC, a hash that Office writes, and no more rounds than allowed.
 *   <li>The password.
 *   <li>The HMAC over the whole encrypted package ([MS-OFFCRYPTO] 2.3.4.14), which POI reads but does not compare.
 *   <li>Only then is a byte decrypted.
 * </ol>
 */
final class SealedFile implements Closeable {

    private static final String PACKAGE = Decryptor.DEFAULT_POIFS_ENTRY;
    private static final int START = 64;
    private static final int LARGEST_INFO = 1 << 16;
    private static final int PIECE = 1 << 16;
    private static final int SIZE_BYTES = 8;
    private static final Set<CipherAlgorithm> CIPHERS =
            Set.of(CipherAlgorithm.aes128, CipherAlgorithm.aes192, CipherAlgorithm.aes256);
    private static final Set<HashAlgorithm> HASHES =
            Set.of(HashAlgorithm.sha1, HashAlgorithm.sha256, HashAlgorithm.sha384, HashAlgorithm.sha512);

    private final POIFSFileSystem file;
    private final Bounds bounds;
    private Decryptor decryptor;

    private SealedFile(POIFSFileSystem file, Bounds bounds) {
        this.file = file;
        this.bounds = bounds;
    }

    static SealedFile of(Path path, Bounds bounds) throws IOException, Refusal {
        try (InputStream start = Files.newInputStream(path)) {
            admit(Files.size(path), start.readNBytes(START), bounds);
        }
        return of(() -> new POIFSFileSystem(path.toFile(), true), bounds);
    }

    static SealedFile of(byte[] bytes, Bounds bounds) throws Refusal {
        admit(bytes.length, Arrays.copyOf(bytes, Math.min(bytes.length, START)), bounds);
        return of(() -> new POIFSFileSystem(new ByteArrayInputStream(bytes)), bounds);
    }

    private interface CompoundFile {
        POIFSFileSystem open() throws IOException;
    }

    private static SealedFile of(CompoundFile compound, Bounds bounds) throws Refusal {
        try {
            return new SealedFile(compound.open(), bounds);
        } catch (IOException | RuntimeException e) {
            throw new Refusal(Reason.NOT_A_WORKBOOK, "複合ファイルの構造", e);
        }
    }

    private static void admit(long size, byte[] start, Bounds bounds) throws Refusal {
        if (size > bounds.fileBytes()) {
            throw new Refusal(Reason.OUT_OF_BOUNDS, "ファイル全体（" + size + "バイト）");
        }
        FileMagic magic = start.length < START ? FileMagic.UNKNOWN : FileMagic.valueOf(start);
        if (magic == FileMagic.OOXML) {
            throw new Refusal(Reason.NOT_ENCRYPTED, "");
        }
        if (magic != FileMagic.OLE2) {
            throw new Refusal(Reason.NOT_A_WORKBOOK, "ファイルの先頭");
        }
    }

    /** Size of the encrypted package in bytes. */
    long packageBytes() throws IOException {
        return entry(PACKAGE).getSize();
    }

    private DocumentEntry entry(String name) throws IOException {
        return (DocumentEntry) file.getRoot().getEntryCaseInsensitive(name);
    }

    /** Proves the password and the integrity of the whole encrypted package. */
    void unlock(char[] password) throws Refusal {
        try {
            decryptor = proven(password);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new Refusal(Reason.TAMPERED, "暗号化の情報", e);
        }
    }

    private Decryptor proven(char[] password) throws IOException, GeneralSecurityException, Refusal {
        if (!file.getRoot().hasEntryCaseInsensitive(EncryptionInfo.ENCRYPTION_INFO_ENTRY)
                || !file.getRoot().hasEntryCaseInsensitive(PACKAGE)) {
            throw new Refusal(Reason.NOT_ENCRYPTED, "");
        }
        if (entry(EncryptionInfo.ENCRYPTION_INFO_ENTRY).getSize() > LARGEST_INFO) {
            throw new Refusal(Reason.OUT_OF_BOUNDS, "暗号化の情報");
        }
        EncryptionInfo info = new EncryptionInfo(file);
        admit(info);
        Decryptor candidate = Decryptor.getInstance(info);
        if (!candidate.verifyPassword(new String(password))) {
            throw new Refusal(Reason.WRONG_PASSWORD, "");
        }
        if (!intact(candidate, info.getHeader())) {
            throw new Refusal(Reason.TAMPERED, "暗号化されたブック");
        }
        return candidate;
    }

    private void admit(EncryptionInfo info) throws Refusal {
        EncryptionHeader header = info.getHeader();
        if (info.getEncryptionMode() != EncryptionMode.agile
                || !CIPHERS.contains(header.getCipherAlgorithm())
                || header.getChainingMode() != ChainingMode.cbc
                || !HASHES.contains(header.getHashAlgorithm())) {
            throw new Refusal(Reason.UNSUPPORTED_ENCRYPTION, "暗号化の情報");
        }
        if (info.getVerifier().getSpinCount() > bounds.spinCount()) {
            throw new Refusal(Reason.OUT_OF_BOUNDS, "鍵導出の回数");
        }
    }

    private boolean intact(Decryptor unlocked, EncryptionHeader header) throws IOException, GeneralSecurityException {
        HashAlgorithm hash = header.getHashAlgorithm();
        Mac mac = CryptoFunctions.getMac(hash);
        mac.init(new SecretKeySpec(unlocked.getIntegrityHmacKey(), hash.jceHmacId));
        byte[] piece = new byte[PIECE];
        try (InputStream whole = file.createDocumentInputStream(PACKAGE)) {
            for (int n = whole.read(piece); n >= 0; n = whole.read(piece)) {
                mac.update(piece, 0, n);
            }
        }
        byte[] stated = Arrays.copyOf(unlocked.getIntegrityHmacValue(), hash.hashSize);
        return packageBytes() > SIZE_BYTES && MessageDigest.isEqual(mac.doFinal(), stated);
    }

    /** The package, decrypted; {@link #unlock} comes first. */
    InputStream plain() throws IOException {
        try {
            return new BufferedInputStream(decryptor.getDataStream(file), PIECE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lost AES between two calls", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

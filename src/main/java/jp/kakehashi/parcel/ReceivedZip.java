package jp.kakehashi.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * A received zip whose frame is sound, and its one entry.
 *
 * <p>zip4j compares the AES MAC and the checksum when the last byte has been read; here it always is.
 */
final class ReceivedZip {

    private static final Pattern NAME = Pattern.compile("(?!\\.)[^/\\\\:\\p{Cntrl}]{1,200}");

    private final Path file;
    private final char[] password;
    private final Bounds bounds;

    private ReceivedZip(Path file, char[] password, Bounds bounds) {
        this.file = file;
        this.password = password;
        this.bounds = bounds;
    }

    static ReceivedZip of(Path file, char[] password, Bounds bounds) throws IOException, Refusal {
        long size = Files.size(file);
        if (size > bounds.fileBytes()) {
            throw new Refusal(Reason.OUT_OF_BOUNDS, "ファイル全体（" + size + "バイト）");
        }
        ZipFrame.check(file);
        return new ReceivedZip(file, password, bounds);
    }

    /**
     * Writes the entry's bytes, unpacked, and returns its name; the bytes are void when it throws.
     *
     * @throws UncheckedIOException when {@code out} fails: any other failure is the parcel's
     */
    String unpack(OutputStream out) throws Refusal {
        try (ZipFile zip = new ZipFile(file.toFile(), password)) {
            FileHeader header = zip.getFileHeaders().get(0);
            admit(header);
            try (InputStream content = zip.getInputStream(header)) {
                copy(content, header.getUncompressedSize(), out);
            }
            return header.getFileName();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Refusal(e instanceof ZipException broken ? reason(broken) : Reason.TAMPERED, "", e);
        }
    }

    private void admit(FileHeader header) throws Refusal {
        if (header.isDirectory()) {
            throw new Refusal(Reason.NOT_ONE_FILE, "");
        }
        if (!NAME.matcher(header.getFileName()).matches()) {
            throw new Refusal(Reason.UNSAFE_NAME, "");
        }
        if (!header.isEncrypted()) {
            throw new Refusal(Reason.NOT_ENCRYPTED, "");
        }
        if (header.getEncryptionMethod() != EncryptionMethod.AES
                && header.getEncryptionMethod() != EncryptionMethod.ZIP_STANDARD) {
            throw new Refusal(Reason.UNSUPPORTED_ENCRYPTION, "");
        }
        if (compression(header) != CompressionMethod.STORE && compression(header) != CompressionMethod.DEFLATE) {
            throw new Refusal(Reason.UNSUPPORTED_ENCRYPTION, "圧縮方式");
        }
        if (header.getUncompressedSize() > bounds.entryBytes()
                || header.getUncompressedSize() > Math.max(1, header.getCompressedSize()) * bounds.ratio()) {
            throw new Refusal(Reason.OUT_OF_BOUNDS, "展開後の大きさ");
        }
    }

    private static CompressionMethod compression(FileHeader header) {
        return header.getEncryptionMethod() == EncryptionMethod.AES
                ? header.getAesExtraDataRecord().getCompressionMethod()
                : header.getCompressionMethod();
    }

    private static void copy(InputStream content, long stated, OutputStream out) throws IOException, Refusal {
        byte[] piece = new byte[1 << 16];
        long size = 0;
        for (int n = content.read(piece); n >= 0 && size <= stated; n = content.read(piece)) {
            size += n;
            write(piece, n, out);
        }
        if (size != stated) {
            throw new Refusal(Reason.TAMPERED, "展開後の大きさ");
        }
    }

    private static void write(byte[] piece, int n, OutputStream out) {
        try {
            out.write(piece, 0, n);
        } catch (IOException e) {
            throw new UncheckedIOException("the parcel's file cannot be written", e);
        }
    }

    private static Reason reason(ZipException e) {
        return switch (e.getType()) {
            case WRONG_PASSWORD -> Reason.WRONG_PASSWORD;
            case UNKNOWN_COMPRESSION_METHOD, UNSUPPORTED_ENCRYPTION -> Reason.UNSUPPORTED_ENCRYPTION;
            default -> Reason.TAMPERED;
        };
    }
}

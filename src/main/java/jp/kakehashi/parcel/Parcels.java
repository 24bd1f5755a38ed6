package jp.kakehashi.parcel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionMethod;

/**
 * One file, stored in a zip with a password, and back.
 *
 * <p>The file is stored, not compressed, since an encrypted workbook does not compress. Names and passwords are ASCII: zip has no one
 * charset for either, and tools differ.
 */
public final class Parcels {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    /** The first moment of 1980, where zip's calendar begins: a parcel tells no time of its own. */
    private static final long NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0)
            .atZone(ZoneId.systemDefault())
            .toInstant()
            .toEpochMilli();

    private static final int LONGEST_PASSWORD = 99;

    private Parcels() {}

    /**
     * Seals a file held in memory.
     *
     * @param entryName its name in the parcel: ASCII letters, digits, {@code . _ -}
     * @param content its bytes
     * @param password 1 to 99 printable ASCII characters; the caller wipes it
     * @param method how to encrypt
     * @param out takes the parcel; is not closed
     * @throws IllegalArgumentException when name or password have other characters (the message does not quote the password)
     * @throws IOException when {@code out} fails
     */
    public static void seal(String entryName, byte[] content, char[] password, Method method, OutputStream out)
            throws IOException {
        seal(entryName, new ByteArrayInputStream(content), content.length, password, method, out);
    }

    /**
     * Seals a file of known size, straight on.
     *
     * @param entryName its name in the parcel: ASCII letters, digits, {@code . _ -}
     * @param content its bytes; read to the end, not closed
     * @param size how many bytes that are
     * @param password 1 to 99 printable ASCII characters; the caller wipes it
     * @param method how to encrypt
     * @param out takes the parcel; is not closed
     * @throws IllegalArgumentException when name or password have other characters (the message does not quote the password)
     * @throws IOException when {@code content} or {@code out} fails, or {@code content} has another size
     */
    public static void seal(
            String entryName, InputStream content, long size, char[] password, Method method, OutputStream out)
            throws IOException {
        if (!NAME.matcher(entryName).matches()) {
            throw new IllegalArgumentException("a parcel's file name has ASCII letters, digits, . _ - only");
        }
        if (password.length == 0 || password.length > LONGEST_PASSWORD || !printableAscii(password)) {
            throw new IllegalArgumentException(
                    "a parcel's password has 1 to " + LONGEST_PASSWORD + " printable ASCII characters");
        }
        ZipOutputStream zip = new ZipOutputStream(new Unclosed(out), password);
        zip.putNextEntry(parameters(entryName, size, method));
        long written = copy(content, zip);
        if (written != size) {
            throw new IOException("the file to seal has " + written + " bytes, not " + size);
        }
        zip.closeEntry();
        zip.close();
    }

    /** By pieces of our own: zip4j encrypts in place, in the very array it is given. */
    private static long copy(InputStream content, OutputStream zip) throws IOException {
        byte[] piece = new byte[1 << 16];
        long written = 0;
        for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
            zip.write(piece, 0, n);
            written += n;
        }
        return written;
    }

    private static ZipParameters parameters(String entryName, long size, Method method) {
        ZipParameters parameters = new ZipParameters();
        parameters.setFileNameInZip(entryName);
        parameters.setCompressionMethod(CompressionMethod.STORE);
        parameters.setEntrySize(size);
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(method.zip4j());
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        parameters.setLastModifiedFileTime(NO_DATE);
        return parameters;
    }

    private static boolean printableAscii(char[] password) {
        return new String(password).chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    /**
     * Opens a parcel held in memory. It is spooled, as it came, to a temporary file only its owner can read.
     *
     * @param parcel the received bytes
     * @param password to open it; the caller wipes it
     * @param bounds when to give up
     */
    public static Opened open(byte[] parcel, char[] password, Bounds bounds) {
        if (parcel.length > bounds.fileBytes()) {
            return new Opened.Unopenable(Reason.OUT_OF_BOUNDS, "ファイル全体（" + parcel.length + "バイト）");
        }
        try {
            Path spooled = Files.createTempFile("parcel", ".zip");
            try {
                Files.write(spooled, parcel);
                return open(spooled, password, bounds);
            } finally {
                Files.delete(spooled);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the parcel cannot be spooled to a temporary file", e);
        }
    }

    /**
     * Opens a parcel. Its file is given out only when all of it has been read and its MAC (AES) or checksum (ZipCrypto) is right.
     *
     * @param parcel the received file
     * @param password to open it; the caller wipes it
     * @param bounds when to give up
     */
    public static Opened open(Path parcel, char[] password, Bounds bounds) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Opened verdict = openInto(bytes, parcel, password, bounds);
        return verdict instanceof Opened.Content content
                ? new Opened.Content(content.name(), bytes.toByteArray())
                : verdict;
    }

    /**
     * Opens a parcel whose file is too large to be held.
     *
     * @param out takes the file's bytes as they are unpacked; all are void if the verdict is {@link Opened.Unopenable}
     * @param parcel the received file
     * @param password to open it; the caller wipes it
     * @param bounds when to give up
     * @return {@link Opened.Content} without bytes, or the reason why not
     */
    public static Opened openInto(OutputStream out, Path parcel, char[] password, Bounds bounds) {
        try {
            return new Opened.Content(ReceivedZip.of(parcel, password, bounds).unpack(out), new byte[0]);
        } catch (Refusal refusal) {
            return refusal.verdict();
        } catch (IOException e) {
            throw new UncheckedIOException("the parcel cannot be read from the disk", e);
        }
    }
}

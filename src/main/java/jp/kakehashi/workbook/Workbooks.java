package jp.kakehashi.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows to an encrypted workbook and back.
 *
 * <p>Writing streams: neither the rows nor the workbook are ever held as a whole, and no plaintext reaches the disk. Reading believes
 * nothing before the file's integrity is proven, and is bounded.
 */
public final class Workbooks {

    private static final int LONGEST_PASSWORD = 255;

    private Workbooks() {}

    /**
     * Writes an encrypted workbook.
     *
     * @param layout its form
     * @param rows cells in column order, without 「番号」; null or {@code ""} is an empty cell
     * @param password to open it, 1 to 255 characters; the caller wipes it
     * @param out takes the encrypted file; is not closed
     * @throws UnwritableCellException when a text cannot stand in a workbook, naming row and heading but not the text
     * @throws IllegalArgumentException when a row has another number of cells than the layout, or the password is empty or too long
     * @throws IOException when {@code out} or the temporary file (ciphertext only) fails
     */
    public static void write(Layout layout, Iterator<List<String>> rows, char[] password, OutputStream out)
            throws IOException {
        if (password.length == 0 || password.length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("a workbook's password has 1 to " + LONGEST_PASSWORD + " characters");
        }
        Envelope.seal(plain -> new PackageWriter(layout, plain).write(rows), password, out);
    }

    /**
     * Reads an encrypted workbook from memory.
     *
     * @param file the encrypted file
     * @param password to open it; the caller wipes it
     * @param expected the layout it must have; title rows may differ
     * @param bounds when to give up
     */
    public static Opened read(byte[] file, char[] password, Layout expected, Bounds bounds) {
        List<List<String>> rows = new ArrayList<>();
        return withRows(verdict(() -> SealedFile.of(file, bounds), password, expected, bounds, rows::add), rows);
    }

    /**
     * Reads an encrypted workbook from a file.
     *
     * @param file the encrypted file
     * @param password to open it; the caller wipes it
     * @param expected the layout it must have; title rows may differ
     * @param bounds when to give up
     */
    public static Opened read(Path file, char[] password, Layout expected, Bounds bounds) {
        List<List<String>> rows = new ArrayList<>();
        return withRows(readEach(file, password, expected, bounds, rows::add), rows);
    }

    /**
     * Reads an encrypted workbook too large to be held.
     *
     * @param file the encrypted file
     * @param password to open it; the caller wipes it
     * @param expected the layout it must have; title rows may differ
     * @param bounds when to give up
     * @param rows takes each row, its integrity proven; all are void if the verdict is {@link Opened.Unreadable}
     * @return {@link Opened.Read} without rows, or the reason why not
     */
    public static Opened readEach(
            Path file, char[] password, Layout expected, Bounds bounds, Consumer<List<String>> rows) {
        return verdict(() -> SealedFile.of(file, bounds), password, expected, bounds, rows);
    }

    private static Opened withRows(Opened verdict, List<List<String>> rows) {
        return verdict instanceof Opened.Read read ? new Opened.Read(read.titleRows(), List.copyOf(rows)) : verdict;
    }

    private interface Source {
        SealedFile open() throws IOException, Refusal;
    }

    private static Opened verdict(
            Source source, char[] password, Layout expected, Bounds bounds, Consumer<List<String>> rows) {
        try (SealedFile file = source.open()) {
            file.unlock(password);
            Table table = new Table(expected, bounds, rows);
            new PackageReader(expected.sheetName(), table, bounds, file.packageBytes()).read(file::plain);
            return new Opened.Read(table.titleRows(), List.of());
        } catch (Refusal refusal) {
            return refusal.verdict();
        } catch (IOException e) {
            throw new UncheckedIOException("the received file cannot be read from the disk", e);
        }
    }
}

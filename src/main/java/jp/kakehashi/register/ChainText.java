package jp.kakehashi.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jp.kakehashi.register.Verdict.Flaw;

/** The lines of a file that anybody may have made: no more of it is in memory than one line of bounded length. */
final class ChainText implements Closeable {

    /** In characters; an entry has less than a thousand. */
    static final int LONGEST_LINE = 1 << 20;

    /** In characters, of a zip, which can unfold to a thousand times its size; an evidence file has some 20 million. */
    static final long MOST_UNZIPPED = 1L << 29;

    private final Reader text;
    private final Closeable file;
    private long left;

    /**
     * The lines of an open file.
     *
     * @param bytes UTF-8
     * @param most how many characters are read at most
     * @param file what is closed in the end
     */
    ChainText(InputStream bytes, long most, Closeable file) {
        // A decoder of one's own: the usual one would put a question mark where the bytes are no UTF-8.
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.text = new BufferedReader(new InputStreamReader(bytes, decoder));
        this.left = most;
        this.file = file;
    }

    /**
     * Opens a file, or what a zip holds.
     *
     * @throws FlawException if it is a zip with no chain or several: who reads it by hand might read another
     */
    static ChainText open(Path file) throws IOException {
        if (file.toString().endsWith(".zip")) {
            return unzipped(new ZipFile(file.toFile()));
        }
        InputStream bytes = Files.newInputStream(file);
        return new ChainText(bytes, Long.MAX_VALUE, bytes);
    }

    /** As the central directory has it, by which people's programs go too. */
    private static ChainText unzipped(ZipFile zip) throws IOException {
        try {
            List<? extends ZipEntry> chains =
                    zip.stream().filter(ChainText::isChain).toList();
            if (chains.size() != 1) {
                throw new FlawException(Flaw.NOT_ONE_CHAIN);
            }
            return new ChainText(zip.getInputStream(chains.get(0)), MOST_UNZIPPED, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static boolean isChain(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).endsWith(".jsonl");
    }

    /**
     * The next line without its end, or null after the last.
     *
     * @throws FlawException if it is too long, or the whole too large
     */
    String next() throws IOException {
        int read = text.read();
        if (read < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        for (; read >= 0 && read != '\n'; read = text.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new FlawException(Flaw.LINE_TOO_LONG);
            }
            line.append((char) read);
        }
        left -= line.length() + 1;
        if (left < 0) {
            throw new FlawException(Flaw.TOO_LARGE);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package jp.kakehashi.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kakehashi.register.Verdict.Broken;
import jp.kakehashi.register.Verdict.Flaw;
import jp.kakehashi.register.Verdict.Unbroken;

/**
 * An exported chain, checked without the database. The file is JSON Lines in UTF-8:
 *
 * <pre>
 * {"format": "kakehashi-chain-v1", "exportedAt": …, "entries": how many, "head": hash of the last}
 * {"sequence": 1, "at": …, "account": …, "post": …, "role": …, "verb": …, "subject": …,
 *  "facts": {name: value, …}, "commitments": {name: value, …}, "hash": …}
 * </pre>
 *
 * <p>How the hash of an entry is made, so that anybody can check it with their own program:
 *
 * <ol>
 *   <li>A field is its text in UTF-8, preceded by its length in bytes as a decimal number and a colon, and followed by a
 *       comma: {@code 5:hello,}.
 *   <li>The fields are, in this order: {@code kakehashi-chain-v1}, sequence, at, account, post, role, verb, subject; the
 *       number of facts, then name and value of each, by ascending name; the number of commitments, then name and value
 *       of each, by ascending name.
 *   <li>Sequence counts from 1 without gaps. At is UTC to the microsecond: {@code 2026-06-01T00:00:00.000000Z}.
 *   <li>The hash of an entry is SHA-256(the 32 bytes of the hash of the entry before ‖ its fields), written as 64
 *       lower-case hexadecimal digits. Before the first entry stand 32 zero bytes.
 *   <li>A commitment is SHA-256(16 random bytes of salt ‖ the value in UTF-8), in the same writing.
 * </ol>
 */
public final class ChainFile {

    private final BufferedReader lines;
    private long line = 1;
    private String hash = Link.BEFORE_THE_FIRST;

    private ChainFile(BufferedReader lines) {
        this.lines = lines;
    }

    /**
     * Checks every entry of an exported chain.
     *
     * @param file as written by {@link Chain#export}
     * @return unbroken, or the first broken line and why
     * @throws UncheckedIOException if the file cannot be read at all
     */
    public static Verdict verify(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return new ChainFile(lines).verdict();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verdict verdict() throws IOException {
        try {
            String first = lines.readLine();
            ChainLines.Header header = first == null ? null : ChainLines.readHeader(first);
            if (header == null || !Link.FORMAT.equals(header.format())) {
                return new Broken(line, Flaw.NO_HEADER);
            }
            return follow(header);
        } catch (JsonProcessingException | CharacterCodingException e) {
            return new Broken(line, line == 1 ? Flaw.NO_HEADER : Flaw.UNREADABLE);
        }
    }

    private Verdict follow(ChainLines.Header header) throws IOException {
        for (String text = next(); text != null; text = next()) {
            ChainTable.Hashed entry = ChainLines.readEntry(text);
            long expected = line - 1;
            if (entry.link().sequence() != expected) {
                return new Broken(line, misplaced(entry.link().sequence(), expected));
            }
            if (expected > header.entries()) {
                return new Broken(line, Flaw.SURPLUS);
            }
            if (!entry.link().hashAfter(hash).equals(entry.hash())) {
                return new Broken(line, Flaw.EDITED);
            }
            hash = entry.hash();
        }
        if (line - 2 < header.entries()) {
            return new Broken(line, Flaw.TRUNCATED);
        }
        return hash.equals(header.head()) ? new Unbroken(line - 2, hash) : new Broken(1, Flaw.HEADER_DIFFERS);
    }

    /** An entry that should stand here has been moved if it comes later, deleted if it does not. */
    private Flaw misplaced(long found, long expected) throws IOException {
        if (found < expected) {
            return Flaw.REORDERED;
        }
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            if (isEntry(text, expected)) {
                return Flaw.REORDERED;
            }
        }
        return Flaw.DELETED;
    }

    private static boolean isEntry(String text, long sequence) {
        try {
            return ChainLines.readEntry(text).link().sequence() == sequence;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private String next() throws IOException {
        line++;
        return lines.readLine();
    }
}

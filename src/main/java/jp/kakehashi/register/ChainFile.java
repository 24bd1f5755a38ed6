package jp.kakehashi.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import jp.kakehashi.register.Verdict.Broken;
import jp.kakehashi.register.Verdict.Flaw;
import jp.kakehashi.register.Verdict.Unbroken;
import jp.kakehashi.vault.VerifyingKey;

/**
 * An exported chain or an evidence file, checked without the database. It is JSON Lines in UTF-8, or the only such file
 * ({@code .jsonl}) in a zip:
 *
 * <pre>
 * {"format": "kakehashi-chain-v1", "segment": which entries, as a checkpoint}
 * {"sequence": 1, "at": …, "account": …, "post": …, "role": …, "verb": …, "subject": …,
 *  "facts": {name: value, …}, "commitments": {name: value, …}, "hash": …}
 * {"checkpoint": {"number": …, "at": …, "after": …, "previous": …, "sequence": …, "hash": …, "signature": …}}
 * </pre>
 *
 * <p>An export holds every entry, and behind each entry that a nightly checkpoint speaks of, that checkpoint. An evidence
 * file holds the entries of one nightly checkpoint, which is its header.
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
 *   <li>The signature of a checkpoint is Ed25519 (RFC 8032) over its fields: {@code kakehashi-checkpoint-v1}, number, at,
 *       after, previous, sequence, hash; see {@link Checkpoint}.
 * </ol>
 */
public final class ChainFile {

    private final ChainText lines;
    private final Optional<VerifyingKey> key;
    private final NavigableMap<Long, Checkpoint> elsewhere;

    private long line = 1;
    private long sequence;
    private String hash = Link.BEFORE_THE_FIRST;
    private Checkpoint last = Checkpoint.BEFORE_THE_FIRST;

    private ChainFile(ChainText lines, Optional<VerifyingKey> key, NavigableMap<Long, Checkpoint> elsewhere) {
        this.lines = lines;
        this.key = key;
        this.elsewhere = elsewhere;
    }

    /**
     * Checks every entry of an exported chain or an evidence file, and every signature.
     *
     * @param file as written by {@link Chain#export} or laid down as {@link Evidence}
     * @param key what checks the signatures; without, only the hashes are checked
     * @return unbroken, or the first broken line and why
     * @throws UncheckedIOException if the file cannot be read at all
     */
    public static Verdict verify(Path file, Optional<VerifyingKey> key) {
        return verify(file, key, new TreeMap<>());
    }

    /**
     * Checks an export also against checkpoints that are known from elsewhere.
     *
     * @param elsewhere by the number of the entry that each speaks of
     */
    static Verdict verify(Path file, Optional<VerifyingKey> key, NavigableMap<Long, Checkpoint> elsewhere) {
        try (ChainText lines = ChainText.open(file)) {
            return new ChainFile(lines, key, elsewhere).verdict();
        } catch (FlawException e) {
            return new Broken(Broken.WHOLE, e.why());
        } catch (ZipException | EOFException e) {
            return new Broken(1, Flaw.NO_HEADER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verdict verdict() throws IOException {
        try {
            String first = lines.next();
            ChainLines.Header header = first == null ? null : ChainLines.readHeader(first);
            if (header == null || !Link.FORMAT.equals(header.format())) {
                return new Broken(line, Flaw.NO_HEADER);
            }
            return isForged(header.segment()) ? new Broken(line, Flaw.FORGED) : follow(header.segment());
        } catch (FlawException e) {
            return new Broken(line, e.why());
        } catch (JsonProcessingException | CharacterCodingException | ZipException | EOFException e) {
            return new Broken(line, line == 1 ? Flaw.NO_HEADER : Flaw.UNREADABLE);
        }
    }

    private Verdict follow(Checkpoint segment) throws IOException {
        sequence = segment.after();
        hash = segment.previous();
        if (sequence == 0 && !hash.equals(Link.BEFORE_THE_FIRST)) {
            return new Broken(line, Flaw.DOES_NOT_JOIN);
        }
        for (String text = next(); text != null; text = next()) {
            Optional<Flaw> flaw = ChainLines.isCheckpoint(text)
                    ? flawOf(ChainLines.readCheckpoint(text))
                    : flawOf(ChainLines.readEntry(text), segment);
            if (flaw.isPresent()) {
                return new Broken(line, flaw.get());
            }
        }
        return ended(segment);
    }

    private Verdict ended(Checkpoint segment) {
        if (sequence < segment.sequence() || signedBefore(segment).anyMatch(known -> known.sequence() > sequence)) {
            return new Broken(line, Flaw.TRUNCATED);
        }
        if (!hash.equals(segment.hash())) {
            return new Broken(1, Flaw.HEADER_DIFFERS);
        }
        if (signedBefore(segment).anyMatch(known -> known.number() > last.number())) {
            return new Broken(line, Flaw.CHECKPOINT_MISSING);
        }
        return new Unbroken(segment, segment.number() > 0 ? 1 : last.number());
    }

    /** What is known from elsewhere to have been signed by the time of an export, and so belongs into it. */
    private Stream<Checkpoint> signedBefore(Checkpoint export) {
        return elsewhere.values().stream().filter(known -> known.at().compareTo(export.at()) <= 0);
    }

    private Optional<Flaw> flawOf(ChainTable.Hashed entry, Checkpoint segment) throws IOException {
        long expected = sequence + 1;
        if (entry.link().sequence() != expected) {
            return Optional.of(misplaced(entry.link().sequence(), expected));
        }
        if (expected > segment.sequence()) {
            return Optional.of(Flaw.SURPLUS);
        }
        if (!entry.link().hashAfter(hash).equals(entry.hash())) {
            return Optional.of(Flaw.EDITED);
        }
        sequence = expected;
        hash = entry.hash();
        Checkpoint known = elsewhere.get(sequence);
        return known != null && !known.hash().equals(hash) ? Optional.of(Flaw.NOT_AS_SIGNED) : Optional.empty();
    }

    private Optional<Flaw> flawOf(Checkpoint checkpoint) {
        if (isForged(checkpoint)) {
            return Optional.of(Flaw.FORGED);
        }
        if (checkpoint.sequence() > sequence) {
            return Optional.of(Flaw.TRUNCATED);
        }
        if (checkpoint.number() > last.number() + 1) {
            return Optional.of(Flaw.CHECKPOINT_MISSING);
        }
        boolean fits = checkpoint.follows(last)
                && checkpoint.sequence() == sequence
                && checkpoint.hash().equals(hash);
        last = checkpoint;
        if (!fits) {
            return Optional.of(Flaw.NOT_AS_SIGNED);
        }
        boolean laidDown = elsewhere.isEmpty() || elsewhere.containsKey(sequence);
        return laidDown ? Optional.empty() : Optional.of(Flaw.EVIDENCE_MISSING);
    }

    private boolean isForged(Checkpoint checkpoint) {
        return key.isPresent() && !checkpoint.signedBy(key.get());
    }

    /** An entry that should stand here has been moved if it comes later, deleted if it does not. */
    private Flaw misplaced(long found, long expected) throws IOException {
        if (found < expected) {
            return Flaw.REORDERED;
        }
        for (String text = lines.next(); text != null; text = lines.next()) {
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
        return lines.next();
    }
}

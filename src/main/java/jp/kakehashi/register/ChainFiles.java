package jp.kakehashi.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kakehashi.register.Verdict.Broken;
import jp.kakehashi.register.Verdict.Flaw;
import jp.kakehashi.register.Verdict.Unbroken;
import jp.kakehashi.vault.VerifyingKey;

/**
 * Exports and evidence files, checked together: each by itself, whether the evidence files join from the first entry on,
 * whether an export still holds what they hold, and whether they hold each checkpoint that it holds.
 */
public final class ChainFiles {

    private final Optional<VerifyingKey> key;
    private final List<Found> found = new ArrayList<>();
    private final TreeMap<Long, Checkpoint> signed = new TreeMap<>();

    private ChainFiles(Optional<VerifyingKey> key) {
        this.key = key;
    }

    /**
     * Checks files.
     *
     * @param paths files, and folders of which every zip is one
     * @param key what checks the signatures; without, only the hashes are checked
     * @return of every file what was found, and of every folder with nothing in it to be found: first the evidence files in
     *     the order of the chain, then exports, and what could not be verified by itself
     */
    public static List<Found> verify(List<Path> paths, Optional<VerifyingKey> key) {
        ChainFiles files = new ChainFiles(key);
        List<Found> all = paths.stream()
                .flatMap(files::in)
                .map(file -> new Found(file, files.verdict(file, new TreeMap<>())))
                .toList();
        all.stream()
                .filter(Found::isEvidence)
                .sorted(Comparator.comparing(Found::after))
                .forEach(files::join);
        all.stream().filter(file -> !file.isEvidence()).forEach(files::compare);
        return files.found;
    }

    private Stream<Path> in(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            List<Path> zips = inside.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
            if (zips.isEmpty()) {
                found.add(new Found(path, new Broken(Broken.WHOLE, Flaw.NO_EVIDENCE)));
            }
            return zips.stream();
        } catch (IOException e) {
            found.add(new Found(path, new Broken(Broken.WHOLE, Flaw.CANNOT_BE_READ)));
            return Stream.empty();
        }
    }

    /** One that cannot be read is named, and the others still have their verdict. */
    private Verdict verdict(Path file, NavigableMap<Long, Checkpoint> elsewhere) {
        try {
            return ChainFile.verify(file, key, elsewhere);
        } catch (UncheckedIOException e) {
            return new Broken(Broken.WHOLE, Flaw.CANNOT_BE_READ);
        }
    }

    private void join(Found file) {
        Checkpoint segment = ((Unbroken) file.verdict).segment();
        Checkpoint before = signed.isEmpty()
                ? Checkpoint.BEFORE_THE_FIRST
                : signed.lastEntry().getValue();
        boolean joins = segment.follows(before);
        signed.put(segment.sequence(), segment);
        found.add(joins ? file : new Found(file.path, new Broken(1, Flaw.DOES_NOT_JOIN)));
    }

    private void compare(Found file) {
        found.add(new Found(file.path, verdict(file.path, signed)));
    }

    /**
     * What was found of one file.
     *
     * @param path the file
     * @param verdict unbroken, or its first broken line
     */
    public record Found(Path path, Verdict verdict) {

        private boolean isEvidence() {
            return verdict instanceof Unbroken unbroken && unbroken.segment().number() > 0;
        }

        private long after() {
            return ((Unbroken) verdict).segment().after();
        }
    }
}

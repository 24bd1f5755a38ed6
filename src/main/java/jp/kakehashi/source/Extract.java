package jp.kakehashi.source;

import java.io.Closeable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An extract that was checked from end to end: everything the collection system knew at one moment. */
public final class Extract {

    private final ExtractTotals totals;
    private final Supplier<Iterator<List<Finding>>> findings;

    Extract(ExtractTotals totals, Supplier<Iterator<List<Finding>>> findings) {
        this.totals = totals;
        this.findings = findings;
    }

    /** The reading it stands for: everything, as of the extraction. */
    public Window window() {
        return new Window(Instant.EPOCH, totals.extractedAt());
    }

    /** Reads it anew, lazily; the iterator is {@link Closeable}, and keeps files open until it is closed or at its end. */
    public Iterator<List<Finding>> findings() {
        return findings.get();
    }

    ExtractTotals totals() {
        return totals;
    }

    @Override
    public String toString() {
        return "Extract of " + totals.extractedAt();
    }

    /** The three files, open. */
    static final class Opened implements Closeable {

        private final Map<Query, ExtractRows> open = new EnumMap<>(Query.class);

        Opened(Path folder, Charset charset) {
            try {
                for (Query query : Query.values()) {
                    open.put(query, new ExtractRows(file(folder, query), query, charset));
                }
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        static Path file(Path folder, Query query) {
            return folder.resolve(query.label() + ".csv");
        }

        ExtractRows of(Query query) {
            return open.get(query);
        }

        @Override
        public void close() {
            open.values().forEach(ExtractRows::close);
        }
    }

    /** Findings as long as there are any; then, or when it is closed, the files are closed. */
    static final class Findings implements Iterator<List<Finding>>, Closeable {

        private final Opened files;
        private final Iterator<List<Finding>> findings;

        Findings(Opened files, Iterator<List<Finding>> findings) {
            this.files = files;
            this.findings = findings;
        }

        @Override
        public boolean hasNext() {
            boolean more = findings.hasNext();
            if (!more) {
                close();
            }
            return more;
        }

        @Override
        public List<Finding> next() {
            return findings.next();
        }

        @Override
        public void close() {
            files.close();
        }
    }
}

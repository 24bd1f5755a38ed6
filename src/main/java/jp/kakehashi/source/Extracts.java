package jp.kakehashi.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Extract files of a collection system that cannot be asked: docs/extract.md says how they look. An import keeps this
 * protocol, so that it may stop anywhere and be repeated:
 *
 * <ol>
 *   <li>{@code totals.csv}, written last, says that the other files are complete.
 *   <li>{@link #arrived} reads everything once and holds it against the totals and the last import. An extract is refused
 *       as a whole, with file, line and column, or goes on as a whole.
 *   <li>It is read again to be weighed: one that looks like a mass change stays in the folder until a person has decided.
 *   <li>It is read once more; each finding is taken by the case files, and only then remembered.
 *   <li>{@link #imported} notes it, after the last finding.
 * </ol>
 *
 * <p>Imported or refused, the files are erased, the totals last: they are a copy of what the collection system still has,
 * and personal data of everyone in arrears must not lie about until somebody finds the time. Why one was refused stays.
 */
@Component
@Profile("ward")
public class Extracts {

    private final SourceSettings settings;
    private final ExtractLedger ledger;
    private final Source source;
    private final Holds holds;
    private final Clock clock;

    Extracts(SourceSettings settings, ExtractLedger ledger, Source source, Holds holds, Clock clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.source = source;
        this.holds = holds;
        this.clock = clock;
    }

    /** The extract that lies in the folder, if it may be imported; a refused one is noted and erased. */
    public List<Extract> arrived() {
        if (settings.live() || !Files.exists(folder().resolve(ExtractTotals.FILE))) {
            return List.of();
        }
        Optional<Instant> extractedAt = Optional.empty();
        try {
            ExtractTotals totals = ExtractTotals.read(folder(), charset(), clock.getZone());
            extractedAt = Optional.of(totals.extractedAt());
            refuseUntimely(totals.extractedAt());
            Optional<Hold> hold = holds.of(totals.extractedAt());
            if (hold.filter(held -> held.state() == Hold.State.HELD).isPresent()) {
                return List.of();
            }
            hold.filter(held -> held.state() == Hold.State.DISCARDED).ifPresent(Extracts::refuseDiscarded);
            check(totals);
            return List.of(new Extract(totals, () -> read(totals)));
        } catch (SourceException e) {
            ledger.refused(extractedAt, e.getMessage());
            erase();
            return List.of();
        }
    }

    /** Whom the extract does not name although they were known before; see {@link Source#vanished}. */
    public Iterator<List<Finding>> vanished(Extract extract) {
        return source.vanished(extract.window());
    }

    /** Notes that every finding was taken, and erases the files. */
    public void imported(Extract extract) {
        holds.taken(extract.window());
        ledger.imported(extract.totals());
        erase();
    }

    /** The last extracts, newest first, and what became of them. */
    public List<ArrivedExtract> newest() {
        return ledger.newest();
    }

    private void refuseUntimely(Instant extractedAt) {
        if (extractedAt.isAfter(clock.instant())) {
            throw ExtractFault.in(ExtractTotals.FILE, "抽出日時が未来です");
        }
        if (ledger.last().filter(last -> !extractedAt.isAfter(last)).isPresent()) {
            throw ExtractFault.in(ExtractTotals.FILE, "抽出日時が、取込み済みの抽出と同じか、それより前です");
        }
    }

    private static void refuseDiscarded(Hold hold) {
        throw ExtractFault.in(ExtractTotals.FILE, "大量の変化のため保留となり、反映しないと判断されました");
    }

    private void check(ExtractTotals totals) {
        for (Query query : Query.values()) {
            Path file = Extract.Opened.file(folder(), query);
            if (!Files.exists(file)) {
                throw ExtractFault.in(file.getFileName().toString(), "ファイルがありません");
            }
            try (ExtractRows rows = new ExtractRows(file, query, charset())) {
                rows.forEachRemaining(row -> {});
                compare(rows, totals.counts().get(query), file);
            }
        }
    }

    private static void compare(ExtractRows rows, ExtractTotals.Count said, Path file) {
        if (rows.rows() != said.rows() || rows.people() != said.people()) {
            throw ExtractFault.in(
                    file.getFileName().toString(),
                    "合計と合いません（合計 %d行 %d人、実際 %d行 %d人）"
                            .formatted(said.rows(), said.people(), rows.rows(), rows.people()));
        }
    }

    private Iterator<List<Finding>> read(ExtractTotals totals) {
        Extract.Opened files = new Extract.Opened(folder(), charset());
        try {
            return new Extract.Findings(
                    files,
                    source.understood(
                            files.of(Query.CASES),
                            files.of(Query.EVENTS),
                            files.of(Query.PAYMENTS),
                            totals.extractedAt()));
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private void erase() {
        try {
            for (Query query : Query.values()) {
                Files.deleteIfExists(Extract.Opened.file(folder(), query));
            }
            Files.deleteIfExists(folder().resolve(ExtractTotals.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return settings.extract().folder();
    }

    private Charset charset() {
        return settings.extract().charset().charset();
    }
}

package jp.kakehashi.casefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.SourceRules;
import jp.kakehashi.source.Extract;
import jp.kakehashi.source.Finding;
import jp.kakehashi.source.Holds;
import jp.kakehashi.source.Source;
import jp.kakehashi.source.Weight;
import jp.kakehashi.source.Window;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The brake on mass change: every reading is weighed before anything of it is taken. One that would end too many
 * provisions, or in which too many people are missing, is held as a whole until a person has looked.
 */
@Component
@Profile("ward")
class Brake {

    private final CaseFiles files;
    private final Screener screener;
    private final Source source;
    private final Holds holds;
    private final SourceRules rules;

    Brake(CaseFiles files, Screener screener, Source source, Holds holds, Agreements agreements) {
        this.files = files;
        this.screener = screener;
        this.source = source;
        this.holds = holds;
        this.rules = agreements.only().source();
    }

    /**
     * Weighs the findings of a reading.
     *
     * @return the reading, if it may be taken; it is to be read again for that. Not if there is nothing to take: the next
     *     poll then looks back a little further
     */
    List<Window> admit(Window window, Iterator<List<Finding>> findings) {
        Weight weight = weigh(window, findings);
        if (weight.isTooMuch(rules, holds.released())) {
            holds.hold(window, weight);
            return List.of();
        }
        boolean nothing = weight.findings() == 0 && !window.isEverything();
        return nothing ? List.of() : List.of(window);
    }

    /** The same for an extract. */
    List<Extract> admitExtract(Extract extract) {
        Iterator<List<Finding>> findings = extract.findings();
        try (Closeable reading = (Closeable) findings) {
            return admit(extract.window(), findings).isEmpty() ? List.of() : List.of(extract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Weight weigh(Window window, Iterator<List<Finding>> findings) {
        Map<String, UUID> provided = files.provided();
        int all = 0;
        int ending = 0;
        int unknown = 0;
        while (findings.hasNext()) {
            for (Finding finding : findings.next()) {
                all++;
                unknown += finding instanceof Finding.New ? 1 : 0;
                ending += provided.containsKey(finding.personKey()) && screener.wouldEnd(finding) ? 1 : 0;
            }
        }
        int known = window.isEverything() ? source.known() : 0;
        return new Weight(all, provided.size(), ending, known, Math.max(0, known - (all - unknown)));
    }
}

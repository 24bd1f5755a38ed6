package jp.kakehashi.source;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands what the tax database answered. A poll keeps this protocol, so that it may stop anywhere and be repeated:
 *
 * <ol>
 *   <li>{@link #window} says since when to ask; the route asks.
 *   <li>{@link #understand} reads the three results side by side, one person at a time.
 *   <li>Each finding is taken by the case files, and only then {@linkplain #remember remembered}.
 *   <li>{@link #advance} moves the watermark, after the last finding.
 * </ol>
 */
@Component
@Profile("ward")
public class Source {

    private final SourceLedger ledger;
    private final SourceSettings settings;
    private final Vault vault;
    private final Clock clock;

    Source(SourceLedger ledger, SourceSettings settings, Vault vault, Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
    }

    /** What the next poll covers: everything at the first, then what changed since the last, with an overlap. */
    public Window window() {
        Instant now = clock.instant();
        return new Window(
                ledger.watermark()
                        .map(watermark -> watermark.minus(settings.overlap()))
                        .orElse(Instant.EPOCH),
                now);
    }

    /** A window over everything: finds also what only the passing of time has changed. */
    public Window everything() {
        return new Window(Instant.EPOCH, clock.instant());
    }

    /**
     * Merges the answers to the three queries and compares each person with the last time. Lazily: nothing is read
     * before it is asked for, and never more than one person is in memory.
     *
     * @param cases rows of the cases query, sorted by payee_no, as the other two
     * @return one finding a person who is or was in arrears
     * @throws SourceException (while iterating) if a result lacks a column, or is not sorted
     */
    public Iterator<Finding> understand(
            Iterator<Map<String, Object>> cases,
            Iterator<Map<String, Object>> events,
            Iterator<Map<String, Object>> payments) {
        Iterator<Understanding.Answer> answers = new Understanding(cases, events, payments, clock.instant());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(answers, Spliterator.ORDERED), false)
                .flatMap(answer -> finding(answer).stream())
                .iterator();
    }

    /**
     * The same rows without comparison, for the last check: the facts of those about whom the source still says
     * something readable.
     */
    public List<Facts> facts(
            Iterator<Map<String, Object>> cases,
            Iterator<Map<String, Object>> events,
            Iterator<Map<String, Object>> payments) {
        List<Facts> facts = new ArrayList<>();
        new Understanding(cases, events, payments, clock.instant()).forEachRemaining(answer -> {
            if (answer instanceof Understanding.Answer.Understood understood) {
                facts.add(understood.facts());
            }
        });
        return facts;
    }

    /** Notes that a finding was taken, so that the same facts are no finding again. */
    @Transactional
    public void remember(Finding finding) {
        facts(finding).ifPresent(facts -> ledger.remember(finding.personKey(), digest(facts)));
    }

    /** Notes that every finding of the window was taken. */
    @Transactional
    public void advance(Window window) {
        ledger.advance(window.until());
    }

    private Optional<Finding> finding(Understanding.Answer answer) {
        String personKey = vault.digest("person", answer.payeeNo());
        if (answer instanceof Understanding.Answer.NotUnderstood broken) {
            return Optional.of(new Finding.Unreadable(personKey, broken.query().label(), broken.column()));
        }
        return compare(personKey, ((Understanding.Answer.Understood) answer).facts());
    }

    private Optional<Finding> compare(String personKey, Facts facts) {
        Optional<String> before = ledger.digest(personKey);
        if (before.equals(Optional.of(digest(facts)))) {
            return Optional.of(new Finding.Unchanged(personKey, facts));
        }
        if (facts.settled(LocalDate.now(clock))) {
            return before.map(known -> new Finding.Settled(personKey, facts));
        }
        return Optional.of(
                before.isPresent() ? new Finding.Changed(personKey, facts) : new Finding.New(personKey, facts));
    }

    private static Optional<Facts> facts(Finding finding) {
        if (finding instanceof Finding.New found) {
            return Optional.of(found.facts());
        }
        if (finding instanceof Finding.Changed changed) {
            return Optional.of(changed.facts());
        }
        return finding instanceof Finding.Settled settled ? Optional.of(settled.facts()) : Optional.empty();
    }

    private String digest(Facts facts) {
        return vault.digest("source.facts", facts.digest());
    }
}

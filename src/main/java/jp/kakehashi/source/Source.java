package jp.kakehashi.source;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands what the tax database answered. A poll keeps this protocol, so that it may stop anywhere and be repeated:
 *
 * <ol>
 *   <li>{@link #window} says since when to ask; the route asks.
 *   <li>{@link #understand} reads the three results side by side, one person at a time: once to be weighed, and if that
 *       is no mass change, once more.
 *   <li>Each finding is taken by the case files, and only then {@linkplain #remember remembered}; then whoever was known
 *       and has {@linkplain #vanished vanished}.
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

    /** Whether there is a database that can be asked at any time; an extract cannot. */
    public boolean isLive() {
        return settings.live();
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
     * before it is asked for, and never more than one batch of people is in memory.
     *
     * @param cases rows of the cases query, sorted by payee_no, as the other two
     * @return one finding a person who is or was in arrears, in batches, each to be taken in one transaction
     * @throws SourceException (while iterating) if a result lacks a column, or is not sorted
     */
    public Iterator<List<Finding>> understand(
            Iterator<Map<String, Object>> cases,
            Iterator<Map<String, Object>> events,
            Iterator<Map<String, Object>> payments) {
        return understood(cases, events, payments, clock.instant());
    }

    /** The same, as of the moment at which an extract was made. */
    Iterator<List<Finding>> understood(
            Iterator<Map<String, Object>> cases,
            Iterator<Map<String, Object>> events,
            Iterator<Map<String, Object>> payments,
            Instant asOf) {
        return new Batches(new Understanding(cases, events, payments, asOf), this::finding);
    }

    /**
     * The same about one person, asked for by number.
     *
     * @param payeeNo 宛名番号 of the person asked about
     * @return exactly one finding: also that nothing is known
     */
    public List<Finding> about(
            String payeeNo,
            Iterator<Map<String, Object>> cases,
            Iterator<Map<String, Object>> events,
            Iterator<Map<String, Object>> payments) {
        Instant asked = clock.instant();
        Understanding answers = new Understanding(cases, events, payments, asked);
        if (!answers.hasNext()) {
            return List.of(new Finding.Gone(key(payeeNo), asked));
        }
        Understanding.Answer answer = answers.next();
        if (!answer.payeeNo().equals(payeeNo) || answers.hasNext()) {
            throw new SourceException("query cases: asked about one person, it answers about another");
        }
        if (answer instanceof Understanding.Answer.Understood understood) {
            return List.of(compare(key(payeeNo), understood.facts()));
        }
        return finding(answer).stream().toList();
    }

    /**
     * Whom a reading of everyone did not meet, although they were known before; nobody, if it did not cover everyone.
     * Lazily, in batches, each to be taken in one transaction.
     *
     * @param window of a reading whose findings were all remembered
     */
    public Iterator<List<Finding>> vanished(Window window) {
        return window.isEverything() ? new Vanished(ledger, window, clock) : Collections.emptyIterator();
    }

    /** How many people are known and have not vanished. */
    public int known() {
        return ledger.known();
    }

    /** The keys of those who were known and have vanished from the source. */
    public List<String> vanishedPeople() {
        return ledger.vanished();
    }

    /** Notes that findings were taken, so that the same facts are no finding again, and who was met and who not. */
    @Transactional
    public void remember(List<Finding> findings) {
        Map<Boolean, List<String>> gone = findings.stream()
                .collect(Collectors.partitioningBy(
                        Finding.Gone.class::isInstance, Collectors.mapping(Finding::personKey, Collectors.toList())));
        findings.stream().map(Finding::asOf).max(Instant::compareTo).ifPresent(asOf -> {
            ledger.seen(gone.get(false), asOf);
            ledger.vanished(gone.get(true), asOf);
        });
        for (Finding finding : findings) {
            if (finding instanceof Finding.WithFacts known && !(finding instanceof Finding.Unchanged)) {
                ledger.remember(finding.personKey(), digest(known.facts()), finding.asOf());
            }
        }
    }

    /** Notes that every finding of the window was taken. */
    @Transactional
    public void advance(Window window) {
        ledger.advance(window.until());
    }

    /** Of somebody never seen who owes nothing there is nothing to say. */
    private Optional<Finding> finding(Understanding.Answer answer) {
        String personKey = key(answer.payeeNo());
        if (answer instanceof Understanding.Answer.NotUnderstood broken) {
            return Optional.of(new Finding.Unreadable(
                    personKey, broken.asOf(), broken.query().label(), broken.column()));
        }
        Facts facts = ((Understanding.Answer.Understood) answer).facts();
        boolean unknown =
                facts.settled(LocalDate.now(clock)) && ledger.digest(personKey).isEmpty();
        return unknown ? Optional.empty() : Optional.of(compare(personKey, facts));
    }

    private Finding compare(String personKey, Facts facts) {
        Optional<String> before = ledger.digest(personKey);
        if (before.equals(Optional.of(digest(facts)))) {
            return new Finding.Unchanged(personKey, facts);
        }
        if (facts.settled(LocalDate.now(clock))) {
            return new Finding.Settled(personKey, facts);
        }
        return before.isPresent() ? new Finding.Changed(personKey, facts) : new Finding.New(personKey, facts);
    }

    private String key(String payeeNo) {
        return vault.digest("person", payeeNo);
    }

    private String digest(Facts facts) {
        return vault.digest("source.facts", facts.digest());
    }
}

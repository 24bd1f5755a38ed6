package jp.kakehashi.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.Finding;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets cases follow the source: opens them, screens them anew with every finding, notices whom the bureau is owed word of. */
@Component
@Profile("ward")
class Screener {

    private static final Actor SOURCE = Actor.machine("source");
    private static final Rejection SAME_CARD = new Rejection(Reason.DATA_INCOMPLETE, "同じ在留カード番号が別の人にもあります");

    private final CaseFiles files;
    private final Trail trail;
    private final Policies policies;
    private final Receipts receipts;
    private final Circumstances circumstances;
    private final Vault vault;
    private final Clock clock;

    Screener(
            CaseFiles files,
            Trail trail,
            Receipts receipts,
            Circumstances circumstances,
            Agreements agreements,
            Vault vault,
            Clock clock) {
        this.files = files;
        this.trail = trail;
        this.receipts = receipts;
        this.circumstances = circumstances;
        this.policies = new Policies(agreements.only());
        this.vault = vault;
        this.clock = clock;
    }

    /** Idempotent: the same finding again changes nothing but the time of hearing it. */
    void take(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        files.lockOpen(findings.stream().flatMap(this::keys).collect(Collectors.toSet()));
        // New cases are unique by person: opened in one order, for the same reason that others are locked in one.
        findings.stream().sorted(Comparator.comparing(Finding::personKey)).forEach(this::take);
    }

    /** Whose cases a finding may move: the person's, and those of whoever has the same card number. */
    private Stream<String> keys(Finding finding) {
        Stream<String> card =
                finding instanceof Finding.WithFacts known ? cardKey(known.facts()).stream() : Stream.empty();
        return Stream.concat(Stream.of(finding.personKey()), card);
    }

    private void take(Finding finding) {
        Optional<CaseFile> open = files.open(finding.personKey());
        if (finding instanceof Finding.WithFacts known) {
            open.ifPresentOrElse(file -> follow(file, known.facts()), () -> open(known));
        } else if (finding instanceof Finding.Unreadable broken) {
            Rejection unreadable = new Rejection(Reason.DATA_INCOMPLETE, broken.query() + "." + broken.column());
            open.ifPresentOrElse(file -> doubt(file, unreadable, finding), () -> openUnreadable(finding, unreadable));
        } else {
            open.ifPresent(file -> doubt(file, Rejection.of(Reason.NO_ARREARS), finding));
        }
    }

    /** Whether this finding would end the provision of the person's case. */
    boolean wouldEnd(Finding finding) {
        return finding instanceof Finding.WithFacts known
                && files.open(finding.personKey())
                        .filter(file -> next(file, known.facts(), endings(known.facts())) != CaseState.PROVIDED)
                        .isPresent();
    }

    /** What screening says of these facts today, without the other cases. */
    List<Rejection> judge(Facts facts) {
        return policies.judge(facts, LocalDate.now(clock));
    }

    List<String> warnings(Facts facts) {
        return policies.warnings(facts, LocalDate.now(clock));
    }

    private void open(Finding.WithFacts finding) {
        if (finding instanceof Finding.New || finding instanceof Finding.Changed) {
            CaseFile opened = CaseFile.opened(UUID.randomUUID(), finding.personKey(), finding.asOf());
            CaseFile judged = judged(opened, finding.facts());
            files.insert(judged);
            trail.moved(judged, SOURCE);
        }
    }

    private void openUnreadable(Finding finding, Rejection why) {
        CaseFile opened = CaseFile.opened(UUID.randomUUID(), finding.personKey(), finding.asOf())
                .excluded(List.of(why));
        files.insert(opened);
        trail.moved(opened, SOURCE);
    }

    private void follow(CaseFile file, Facts facts) {
        if (file.state().isBeforeProvision()) {
            save(file, judged(file, facts));
        } else if (file.state().isProvided()) {
            receipts.waitsAfter(file.id(), facts);
            List<Rejection> endings = endings(facts);
            save(file, file.knows(facts, cardKey(facts)).in(next(file, facts, endings), endings));
        }
    }

    private List<Rejection> endings(Facts facts) {
        return policies.endings(judge(facts));
    }

    private CaseState next(CaseFile provided, Facts facts, List<Rejection> endings) {
        return Ending.of(provided, facts, endings, LocalDate.now(clock), clock.getZone());
    }

    /** The source's silence or nonsense keeps a person off the list, but moves nobody who is on it. */
    private void doubt(CaseFile file, Rejection why, Finding finding) {
        if (file.state().isBeforeProvision()) {
            List<Rejection> reasons = circumstances.with(List.of(why), file.id());
            save(file, file.excluded(reasons).heardAt(finding.asOf()));
        }
    }

    private CaseFile judged(CaseFile file, Facts facts) {
        Optional<String> card = cardKey(facts);
        List<Rejection> rejections = new ArrayList<>(circumstances.with(judge(facts), file.id()));
        if (card.isPresent() && excludeOthersWith(card.get(), file.personKey())) {
            rejections.add(SAME_CARD);
        }
        if (receipts.waitsAfter(file.id(), facts)) {
            rejections.add(Rejection.of(Reason.RECEIPT_SEEN));
        }
        CaseFile known = file.knows(facts, card);
        if (rejections.isEmpty()) {
            return hasAgedSinceConfirmed(known) ? known.in(CaseState.CANDIDATE, List.of()) : known.admitted();
        }
        return known.excluded(rejections);
    }

    /**
     * Whether the mere passing of time made something else of the facts confirmed: an instalment fell to limitation, or
     * there is a warning that no officer has seen.
     */
    private boolean hasAgedSinceConfirmed(CaseFile file) {
        if (file.confirmed().isEmpty()) {
            return false;
        }
        Facts then = file.confirmed().get().facts();
        LocalDate today = LocalDate.now(clock);
        LocalDate confirmed = LocalDate.ofInstant(then.asOf(), clock.getZone());
        return !then.arrears(confirmed).equals(then.arrears(today))
                || !policies.warnings(then, confirmed).containsAll(policies.warnings(then, today));
    }

    /** The same card number on two persons blocks both. */
    private boolean excludeOthersWith(String card, String personKey) {
        List<CaseFile> others = files.othersWithCard(card, personKey);
        others.stream()
                .filter(other -> other.state() == CaseState.CANDIDATE || other.state() == CaseState.READY)
                .forEach(other -> save(other, other.excluded(List.of(SAME_CARD))));
        return !others.isEmpty();
    }

    private void save(CaseFile before, CaseFile after) {
        files.update(after);
        boolean moved = before.state() != after.state()
                || !List.copyOf(before.exclusions()).containsAll(after.exclusions())
                || !after.exclusions().containsAll(before.exclusions());
        if (moved) {
            trail.moved(after, SOURCE);
        }
    }

    private Optional<String> cardKey(Facts facts) {
        return facts.person().cardNumber().map(number -> vault.digest("card", number));
    }
}

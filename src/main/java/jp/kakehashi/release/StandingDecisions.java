package jp.kakehashi.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.calendar.FiscalYear;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.shipment.Gate;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.StandingDecider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Standing decisions (包括的な決裁) on ④ and ⑤, where the agreement allows them.
 *
 * <ol>
 *   <li>The 保護管理者 makes one for a kind of document, until the end of the fiscal year at the latest, and may end it.
 *   <li>While it holds, a draft of that kind is decided in the moment it is made; the decision names it.
 *   <li>A draft against which a gate stands is left to the 保護管理者 in person. ② always is.
 * </ol>
 */
@Service
@Profile("ward")
public class StandingDecisions implements StandingDecider {

    private static final Actor MACHINE = Actor.machine("standing-decision");

    private final StandingDecisionTable standing;
    private final DecisionTable decisions;
    private final DecisionTurn turn;
    private final Gate gate;
    private final Agreements agreements;
    private final Chain chain;
    private final Clock clock;

    StandingDecisions(
            StandingDecisionTable standing,
            DecisionTable decisions,
            DecisionTurn turn,
            Gate gate,
            Agreements agreements,
            Chain chain,
            Clock clock) {
        this.standing = standing;
        this.decisions = decisions;
        this.turn = turn;
        this.gate = gate;
        this.agreements = agreements;
        this.chain = chain;
        this.clock = clock;
    }

    /** Every standing decision under an agreement, the latest first. */
    public List<StandingDecision> of(String agreement) {
        return standing.of(agreement);
    }

    /**
     * The 保護管理者 decides on a kind of document beforehand.
     *
     * @param agreement the agreement's id
     * @param documentNumber 文書番号, may be empty
     * @param from the first day, not before today
     * @param until the last day, in the same fiscal year
     * @return a refusal where the person is no 保護管理者 today, the agreement does not allow it for this kind, the days are
     *     no period of one fiscal year, or another one of the kind holds on some of them
     * @throws IllegalArgumentException where there is no such agreement
     */
    @Transactional
    public Optional<Refusal> make(
            String agreement, DocumentKind kind, String documentNumber, LocalDate from, LocalDate until, Person by) {
        turn.take();
        LocalDate today = LocalDate.now(clock);
        Optional<Refusal> no = noManager(by, today)
                .or(() -> notAllowed(agreement, kind))
                .or(() -> wrongDays(today, from, until))
                .or(() -> alreadyThere(agreement, kind, from, until));
        if (no.isPresent()) {
            return refused(agreement, kind, by, no.get());
        }
        Actor who = by.as(Role.PRIVACY_MANAGER, today);
        Optional<String> document = Optional.of(documentNumber.strip()).filter(text -> !text.isEmpty());
        UUID id = UUID.randomUUID();
        standing.add(new StandingDecision(
                id, agreement, kind, clock.instant(), Official.of(who), document, from, until, Optional.empty()));
        Map<String, String> facts = Map.of(
                "standing", id.toString(),
                "kind", kind.name(),
                "document", document.orElse(""),
                "from", from.toString(),
                "until", until.toString());
        chain.append(who, new Act("standing-decision.made", agreement, facts));
        return Refusal.none();
    }

    /**
     * The 保護管理者 ends a standing decision, at once. What was decided under it stays decided.
     *
     * @return a refusal where the person is no 保護管理者 today, or it has ended before
     * @throws IllegalArgumentException where there is no such standing decision
     */
    @Transactional
    public Optional<Refusal> end(UUID id, Person by) {
        LocalDate today = LocalDate.now(clock);
        StandingDecision ending =
                standing.find(id).orElseThrow(() -> new IllegalArgumentException("there is no such standing decision"));
        Optional<Refusal> no = noManager(by, today);
        if (no.isPresent()) {
            return refused(ending.agreement(), ending.kind(), by, no.get());
        }
        if (!ending.canEnd(today) || !standing.end(id, by.account(), clock.instant())) {
            return refused(ending.agreement(), ending.kind(), by, new Refusal("この包括的な決裁は、既に終わっています。"));
        }
        Map<String, String> facts =
                Map.of("standing", id.toString(), "kind", ending.kind().name());
        chain.append(by.as(Role.PRIVACY_MANAGER, today), new Act("standing-decision.ended", ending.agreement(), facts));
        return Refusal.none();
    }

    @Override
    public Optional<Actor> decide(Shipment draft) {
        Optional<StandingDecision> under =
                covering(draft).filter(found -> gate.against(draft).isEmpty());
        under.ifPresent(found -> write(draft, found));
        return under.map(found -> MACHINE);
    }

    private Optional<StandingDecision> covering(Shipment draft) {
        LocalDate today = LocalDate.now(clock);
        return mayStand(draft.agreement(), draft.kind())
                ? standing.of(draft.agreement()).stream()
                        .filter(one -> one.kind() == draft.kind() && one.holdsOn(today))
                        .findFirst()
                : Optional.empty();
    }

    private void write(Shipment draft, StandingDecision under) {
        decisions.add(Decision.under(under, draft.controlNumber(), draft.contentDigest(), clock.instant()));
        Map<String, String> facts = Map.of(
                "content", draft.contentDigest(),
                "manner", Decision.Manner.STANDING.name(),
                "standing", under.id().toString(),
                "document", under.documentNumber().orElse(""));
        chain.append(MACHINE, new Act("decision.made", draft.controlNumber(), facts));
    }

    private static Optional<Refusal> noManager(Person by, LocalDate today) {
        return by.holds(Role.PRIVACY_MANAGER, today)
                ? Refusal.none()
                : Refusal.because("本日、保護管理者として登録されている人だけが、包括的な決裁を行い、または終えることができます。");
    }

    private Optional<Refusal> notAllowed(String agreement, DocumentKind kind) {
        return mayStand(agreement, kind) ? Refusal.none() : Refusal.because("取決めの設定により、この種類の送付は包括的な決裁によることができません。");
    }

    private boolean mayStand(String agreement, DocumentKind kind) {
        return agreements.of(agreement).release().mayStand(kind);
    }

    private static Optional<Refusal> wrongDays(LocalDate today, LocalDate from, LocalDate until) {
        if (from.isBefore(today)) {
            return Refusal.because("開始日が本日より前です。包括的な決裁は、さかのぼって行えません。");
        }
        boolean oneYear =
                !until.isBefore(from) && !until.isAfter(FiscalYear.of(from).last());
        return oneYear ? Refusal.none() : Refusal.because("終了日は、開始日以後で、その年度の末日までの日としてください。");
    }

    private Optional<Refusal> alreadyThere(String agreement, DocumentKind kind, LocalDate from, LocalDate until) {
        boolean there = standing.of(agreement).stream().anyMatch(one -> one.kind() == kind && one.meets(from, until));
        return there ? Refusal.because("この種類には、期間の重なる包括的な決裁があります。先にそれを終えてください。") : Refusal.none();
    }

    private Optional<Refusal> refused(String agreement, DocumentKind kind, Person by, Refusal no) {
        Map<String, String> facts = Map.of("kind", kind.name(), "why", no.reason());
        chain.append(by.inNoRole(), new Act("standing-decision.refused", agreement, facts));
        return Optional.of(no);
    }
}

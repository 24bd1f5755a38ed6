package jp.kakehashi.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions (決裁) of the 保護管理者, or of a deputy in their absence (代決), on the contents of the rows. A decision covers
 * any subset of them: dropping a row needs no new one, adding or changing one does. Nothing but rows is ever a deputy's to
 * decide: no gate, no stop, no warning of the way back, no number of persons above the ceiling.
 */
@Service
@Profile("ward")
public class Decisions {

    private final DecisionTable decisions;
    private final DecisionTurn turn;
    private final Drafting drafting;
    private final Shipments shipments;
    private final Agreements agreements;
    private final Gates gates;
    private final Chain chain;
    private final Clock clock;

    Decisions(
            DecisionTable decisions,
            DecisionTurn turn,
            Drafting drafting,
            Shipments shipments,
            Agreements agreements,
            Gates gates,
            Chain chain,
            Clock clock) {
        this.decisions = decisions;
        this.turn = turn;
        this.drafting = drafting;
        this.shipments = shipments;
        this.agreements = agreements;
        this.gates = gates;
        this.chain = chain;
        this.clock = clock;
    }

    /** The decision on a shipment; empty for a draft. */
    @Transactional(readOnly = true)
    public Optional<Decision> of(String controlNumber) {
        return decisions.find(controlNumber);
    }

    /**
     * The 保護管理者 decides a draft.
     *
     * @param contentDigest the contents that were looked at
     * @param documentNumber 文書番号, may be empty
     * @param ceilingReference the reference of 付議/報告, needed above the ceiling of persons; may be empty
     * @param person who decides
     * @return a refusal where the person is no 保護管理者 today, a gate is shut, the contents changed or the ceiling is passed
     */
    @Transactional
    public Optional<Refusal> decide(
            String controlNumber, String contentDigest, String documentNumber, String ceilingReference, Person person) {
        LocalDate today = LocalDate.now(clock);
        if (!person.holds(Role.PRIVACY_MANAGER, today)) {
            return refused(controlNumber, person, "本日、保護管理者として登録されている人だけが決裁できます。");
        }
        turn.take();
        Optional<String> ceiling = written(ceilingReference);
        if (ceiling.isEmpty() && isAboveCeiling(controlNumber)) {
            return refused(controlNumber, person, "年度の提供人数が上限を超えます。付議または報告の番号を記入してください。");
        }
        Actor decider = person.as(Role.PRIVACY_MANAGER, today);
        return make(
                Decision.ofChief(
                        controlNumber,
                        contentDigest,
                        clock.instant(),
                        Official.of(decider),
                        written(documentNumber),
                        ceiling),
                decider);
    }

    /**
     * A named deputy decides a draft while the 保護管理者 is away (代決). It is as good as theirs; their look afterwards
     * ({@link Reviews}) is an open task from then on.
     *
     * @param contentDigest the contents that were looked at
     * @param documentNumber 文書番号, may be empty
     * @param absence why the 保護管理者 is away, in short and without personal data
     * @param person who decides
     * @return a refusal where the person is no deputy today, is a 保護管理者 themselves or drafted it, a gate is shut, the
     *     contents changed or the ceiling of persons is passed
     */
    @Transactional
    public Optional<Refusal> decideAsDeputy(
            String controlNumber, String contentDigest, String documentNumber, String absence, Person person) {
        LocalDate today = LocalDate.now(clock);
        if (!person.holds(Role.DEPUTY, today)) {
            return refused(controlNumber, person, "本日、代決者として登録されている人だけが代決できます。");
        }
        if (person.holds(Role.PRIVACY_MANAGER, today)) {
            return refused(controlNumber, person, "本日、保護管理者として登録されている人は代決できません。保護管理者として決裁してください。");
        }
        if (draft(controlNumber).draftedBy().equals(person.account())) {
            return refused(controlNumber, person, "起案した人は、その送付を代決できません。");
        }
        turn.take();
        if (isAboveCeiling(controlNumber)) {
            return refused(controlNumber, person, "年度の提供人数が上限を超えます。上限を超える送付は、保護管理者だけが決裁できます。");
        }
        Actor decider = person.as(Role.DEPUTY, today);
        return make(
                Decision.ofDeputy(
                        controlNumber,
                        contentDigest,
                        clock.instant(),
                        Official.of(decider),
                        written(documentNumber),
                        absence.strip()),
                decider);
    }

    /** How many people were provided in this fiscal year, and would be with this ②. */
    public Headcount headcount(Shipment provision) {
        return new Headcount(
                shipments.peopleProvidedThisYear(),
                shipments.peopleThisYearWith(provision.controlNumber()),
                agreements.of(provision.agreement()).persons());
    }

    /** The ceiling is one of persons provided: no other kind of document is ever above it. */
    private boolean isAboveCeiling(String controlNumber) {
        Shipment draft = draft(controlNumber);
        return draft.kind() == DocumentKind.PROVISION && headcount(draft).aboveStop();
    }

    private Shipment draft(String controlNumber) {
        return shipments.find(controlNumber).orElseThrow();
    }

    private Optional<Refusal> make(Decision decision, Actor decider) {
        String number = decision.controlNumber();
        Optional<Refusal> barred = gates.against(draft(number));
        if (barred.isPresent()) {
            return refused(number, decider, barred.get().reason());
        }
        Optional<Refusal> refusal = drafting.decided(number, decision.contentDigest(), decider);
        if (refusal.isPresent()) {
            return refused(number, decider, refusal.get().reason());
        }
        decisions.add(decision);
        chain.append(decider, made(decision));
        return Refusal.none();
    }

    private static Act made(Decision decision) {
        Map<String, String> facts = Map.of(
                "content", decision.contentDigest(),
                "manner", decision.manner().name(),
                "document", decision.documentNumber().orElse(""),
                "ceiling", decision.ceilingReference().orElse(""));
        Map<String, String> words =
                decision.absence().map(why -> Map.of("absence", why)).orElse(Map.of());
        return new Act("decision.made", decision.controlNumber(), facts, words);
    }

    private static Optional<String> written(String text) {
        return Optional.of(text.strip()).filter(words -> !words.isEmpty());
    }

    private Optional<Refusal> refused(String controlNumber, Person person, String why) {
        return refused(controlNumber, person.inNoRole(), why);
    }

    private Optional<Refusal> refused(String controlNumber, Actor who, String why) {
        chain.append(who, new Act("decision.refused", controlNumber, Map.of("why", why)));
        return Refusal.because(why);
    }
}

package jp.kakehashi.casefile;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Finding;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The case files: one case a person in arrears, from the first finding to the last message owed. States and their moves
 * are those of the design; every act and every look is in the chain, in its own transaction.
 */
@Service
@Profile("ward")
public class Cases {

    private final Screener screener;
    private final Confirming confirming;
    private final Circumstances circumstances;
    private final Providing providing;
    private final CaseDesk desk;
    private final Exclusions exclusions;

    Cases(
            Screener screener,
            Confirming confirming,
            Circumstances circumstances,
            Providing providing,
            CaseDesk desk,
            Exclusions exclusions) {
        this.screener = screener;
        this.confirming = confirming;
        this.circumstances = circumstances;
        this.providing = providing;
        this.desk = desk;
        this.exclusions = exclusions;
    }

    /**
     * Opens or refreshes the cases of these findings: screens each, takes READY back to CANDIDATE when a fact changed,
     * excludes with all reasons, and notices whom the bureau must be told about. All or none; idempotent.
     */
    @Transactional
    public void take(List<Finding> findings) {
        screener.take(findings);
    }

    /**
     * The cases in a state, oldest first, without protected persons.
     *
     * @param who looks; the look goes into the chain
     */
    @Transactional
    public List<CaseView> in(CaseState state, Actor who) {
        return in(state, false, who);
    }

    /**
     * The same.
     *
     * @param mine whether only those that whoever looks is in charge of
     */
    @Transactional
    public List<CaseView> in(CaseState state, boolean mine, Actor who) {
        return desk.in(state, mine, who);
    }

    /**
     * One case.
     *
     * @param who looks; the look goes into the chain
     * @throws IllegalArgumentException if there is no such case
     */
    @Transactional
    public CaseView show(UUID id, Actor who) {
        return desk.show(id, who);
    }

    /**
     * Confirms cases: each becomes READY, bound to the facts that were shown. One of which the officer says that a
     * circumstance of the proviso applies is excluded instead, until {@link #endCircumstance}.
     *
     * @param confirmations a batch; each stands for itself
     * @return those not accepted, with the objections in Japanese, and those set apart; empty if all are READY
     */
    @Transactional
    public List<NotConfirmed> confirm(List<Confirmation> confirmations, Actor by) {
        return confirming.confirm(confirmations, by);
    }

    /**
     * 執行停止を要しない理由 as confirmed with each of these cases, for whoever decides about them; it is never sent.
     *
     * @param caseIds whose rows the same person is shown; that look is in the chain
     * @return by case; empty where none was written
     */
    @Transactional(readOnly = true)
    public Map<UUID, String> whyNotSuspended(List<UUID> caseIds) {
        return desk.whyNotSuspended(caseIds);
    }

    /**
     * The manager's word that no circumstance of the proviso applies to a case any longer. The next answer of the source
     * decides about it.
     *
     * @param reason in words; goes into the chain as a commitment
     * @param by holds the post of 保護管理者; the caller has made sure of it
     * @return whether an officer had set it apart
     */
    @Transactional
    public boolean endCircumstance(UUID id, String reason, Actor by) {
        return circumstances.end(id, reason, by);
    }

    /**
     * Which of these may be provided: those that are READY and in no open shipment, by expiry of stay, then Roman name.
     * The cases are locked for the caller's transaction, so that none of them is another's meanwhile.
     */
    @Transactional
    public List<Row> ready(Set<UUID> caseIds) {
        return providing.ready(caseIds);
    }

    /** What may be provided: READY cases that no open shipment holds, by expiry of stay, then Roman name. */
    @Transactional(readOnly = true)
    public List<Row> ready() {
        return providing.ready();
    }

    /** How many people {@link #ready()} gives. */
    @Transactional(readOnly = true)
    public int countFree() {
        return providing.countFree();
    }

    /**
     * What a full list would hold: all that {@link #ready()} gives, and whoever was provided before and may stand in it
     * again, by expiry of stay, then Roman name. A full list corrects nothing and ends nothing: a row stands again as it was
     * confirmed as long as it is true, and ⑤ and ⑥ stay owed for whoever is missing.
     *
     * @param acknowledged the shipments of which the recipient has confirmed the receipt; a case in any other is not free
     */
    @Transactional(readOnly = true)
    public FullList fullList(Set<String> acknowledged) {
        return providing.fullList(acknowledged);
    }

    /**
     * The same with no more than these of the READY cases. The cases are locked for the caller's transaction, as those of
     * {@link #ready(Set)} are.
     */
    @Transactional
    public FullList fullList(Set<UUID> caseIds, Set<String> acknowledged) {
        return providing.fullList(caseIds, acknowledged);
    }

    /**
     * 宛名番号 of these cases, in order, to ask the source about; an excluded one has none any more. The cases are locked
     * for the caller's transaction: the answers will move them one by one.
     */
    @Transactional
    public List<String> payees(List<UUID> caseIds) {
        return providing.payees(caseIds);
    }

    /**
     * Whether these cases still belong into their shipment, by what {@link #take} heard since the question was put. A
     * case about which nothing was heard since is not in the answer: it is not known to belong. An excluded one does not.
     *
     * @param since when the question was put to the source
     */
    @Transactional(readOnly = true)
    public Map<UUID, Standing> standings(List<UUID> caseIds, Instant since) {
        return providing.standings(caseIds, since);
    }

    /**
     * A shipment holds these cases from now on.
     *
     * @throws IllegalStateException if one is not READY, or in another open shipment; then none is enclosed
     */
    @Transactional
    public void enclosed(List<UUID> caseIds, String controlNumber) {
        providing.enclosed(caseIds, controlNumber);
    }

    /**
     * A shipment holds these provided cases from now on, which stand in it again; their state stays.
     *
     * @param acknowledged as in {@link #fullList(Set)}
     * @throws IllegalStateException if one is not PROVIDED by one of these shipments; then none is enclosed
     */
    @Transactional
    public void enclosedAgain(Set<UUID> caseIds, String controlNumber, Set<String> acknowledged) {
        providing.enclosedAgain(caseIds, controlNumber, acknowledged);
    }

    /** The shipment was posted, or may have been: its cases are PROVIDED. Idempotent. */
    @Transactional
    public void provided(List<UUID> caseIds, String controlNumber) {
        providing.provided(caseIds, controlNumber);
    }

    /**
     * The shipment no longer holds these cases, and did not reach the bureau: READY again, if nothing changed. Who stood in
     * it again stays PROVIDED by the earlier one. Idempotent.
     */
    @Transactional
    public void notProvided(List<UUID> caseIds, String controlNumber) {
        providing.notProvided(caseIds, controlNumber);
    }

    /** The keys of the persons whose case has, or had last, this card number; to look them up in the register. */
    @Transactional(readOnly = true)
    public List<String> personsWithCard(String cardNumber) {
        return providing.personsWithCard(cardNumber);
    }

    /**
     * The provided cases among people who have vanished from the source. Nothing is known of them any more, so that
     * nothing moves them: a person has to find out.
     *
     * @param personKeys as {@link jp.kakehashi.source.Source#vanishedPeople} says
     */
    @Transactional(readOnly = true)
    public List<UUID> vanished(List<String> personKeys) {
        return providing.provided(personKeys);
    }

    /** How many cases there are, by state and by reason of exclusion. */
    @Transactional(readOnly = true)
    public Counts counts() {
        return exclusions.counts();
    }

    /**
     * What screening would say of these findings today, case files untouched. The same card number on two persons is
     * not looked for.
     */
    @Transactional(readOnly = true)
    public Counts preview(Iterator<List<Finding>> findings) {
        Map<CaseState, Integer> byState = new TreeMap<>();
        Map<Reason, Integer> byReason = new TreeMap<>();
        findings.forEachRemaining(batch -> batch.forEach(finding -> {
            List<Reason> reasons = reasons(finding);
            byState.merge(reasons.isEmpty() ? CaseState.CANDIDATE : CaseState.EXCLUDED, 1, Integer::sum);
            reasons.forEach(reason -> byReason.merge(reason, 1, Integer::sum));
        }));
        return new Counts(byState, byReason);
    }

    private List<Reason> reasons(Finding finding) {
        if (finding instanceof Finding.WithFacts known) {
            return screener.judge(known.facts()).stream()
                    .map(Rejection::reason)
                    .distinct()
                    .toList();
        }
        return List.of(finding instanceof Finding.Gone ? Reason.NO_ARREARS : Reason.DATA_INCOMPLETE);
    }
}

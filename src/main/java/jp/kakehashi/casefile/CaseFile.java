package jp.kakehashi.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.source.Facts;

/**
 * One person's case. Verbs move it and give the moved one back; {@link CaseFiles} keeps it.
 *
 * @param facts what the source said last; empty for an excluded case that no shipment holds
 * @param confirmed what was confirmed last, also when it has lapsed since
 * @param exclusions why it is excluded, or must be withdrawn
 * @param asOf when the source said so
 * @param enclosure the shipment that holds it, or told the bureau
 */
record CaseFile(
        UUID id,
        String personKey,
        CaseState state,
        Optional<Facts> facts,
        Optional<String> cardKey,
        Optional<Confirmed> confirmed,
        List<Rejection> exclusions,
        Instant asOf,
        Optional<Enclosure> enclosure) {

    static CaseFile opened(UUID id, String personKey, Instant asOf) {
        return new CaseFile(
                id,
                personKey,
                CaseState.CANDIDATE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                asOf,
                Optional.empty());
    }

    /** Whatever the state, these are the facts now. */
    CaseFile knows(Facts now, Optional<String> card) {
        return new CaseFile(id, personKey, state, Optional.of(now), card, confirmed, exclusions, now.asOf(), enclosure);
    }

    CaseFile heardAt(Instant at) {
        return new CaseFile(id, personKey, state, facts, cardKey, confirmed, exclusions, at, enclosure);
    }

    /** Nothing against it: READY if these very facts are confirmed, else CANDIDATE. */
    CaseFile admitted() {
        boolean stillConfirmed = state == CaseState.READY
                && confirmed.isPresent()
                && facts.filter(confirmed.get()::isFor).isPresent();
        return in(stillConfirmed ? CaseState.READY : CaseState.CANDIDATE, List.of());
    }

    /** Keeps the minimum, unless a shipment still holds it: then it may yet turn out to have been posted. */
    CaseFile excluded(List<Rejection> why) {
        CaseFile excluded = in(CaseState.EXCLUDED, why);
        return enclosure.isPresent() ? excluded : excluded.forgotten();
    }

    CaseFile ready(String reasonText, String whyNotSuspended) {
        return new CaseFile(
                id,
                personKey,
                CaseState.READY,
                facts,
                cardKey,
                Optional.of(new Confirmed(reasonText, whyNotSuspended, facts.orElseThrow())),
                List.of(),
                asOf,
                enclosure);
    }

    CaseFile in(CaseState other, List<Rejection> why) {
        return new CaseFile(id, personKey, other, facts, cardKey, confirmed, why, asOf, enclosure);
    }

    /** The control number of the shipment that holds it, or told the bureau. */
    Optional<String> enclosedIn() {
        return enclosure.map(Enclosure::controlNumber);
    }

    /** Whether a shipment holds it of whom an earlier one has told the bureau. */
    boolean standsAgain() {
        return enclosure.flatMap(Enclosure::toldIn).isPresent();
    }

    /** No longer in a shipment: an excluded case is forgotten now, a confirmed one stands as it stood before. */
    CaseFile releasedFromShipment() {
        CaseFile free =
                new CaseFile(id, personKey, state, facts, cardKey, confirmed, exclusions, asOf, Optional.empty());
        if (state == CaseState.EXCLUDED) {
            return free.forgotten();
        }
        return state.isProvided() ? free.in(CaseState.READY, List.of()).admitted() : free;
    }

    private CaseFile forgotten() {
        return new CaseFile(
                id, personKey, state, Optional.empty(), cardKey, Optional.empty(), exclusions, asOf, enclosure);
    }

    /** Whether a supported person (支援措置) stands in it, who stands in no list. */
    boolean isProtected() {
        return exclusions.stream().anyMatch(rejection -> rejection.reason() == Reason.PROTECTED_PERSON);
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Case " + id + " " + state;
    }
}

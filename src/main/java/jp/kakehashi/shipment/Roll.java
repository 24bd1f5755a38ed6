package jp.kakehashi.shipment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.casefile.Freshness;
import jp.kakehashi.casefile.Standing;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Calls the roll of a shipment, and drops whoever no longer belongs in it (invariant 6). */
@Component
@Profile("ward")
class Roll {

    private final ShipmentRows rows;
    private final Cases cases;
    private final Freshness freshness;
    private final Agreements agreements;
    private final Acts acts;
    private final Clock clock;

    Roll(ShipmentRows rows, Cases cases, Freshness freshness, Agreements agreements, Acts acts, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.freshness = freshness;
        this.agreements = agreements;
        this.acts = acts;
        this.clock = clock;
    }

    RollCall call(Shipment shipment) {
        String number = shipment.controlNumber();
        List<UUID> caseIds = rows.keptCaseIds(number);
        List<String> payees = freshness.canAsk() ? cases.payees(caseIds) : List.of();
        return new RollCall(number, caseIds, payees, clock.instant());
    }

    /** What the source's word means for each case: since the question was put, or not older than agreed. */
    Map<UUID, Standing> answers(Shipment shipment, RollCall call) {
        return cases.standings(call.caseIds(), since(shipment, call.askedAt()));
    }

    /** Whether the last word on somebody in the shipment is older than agreed, and the source cannot be asked. */
    boolean isStale(Shipment shipment) {
        if (freshness.canAsk()) {
            return false;
        }
        RollCall call = call(shipment);
        return !answers(shipment, call).keySet().containsAll(call.caseIds());
    }

    private Instant since(Shipment shipment, Instant askedAt) {
        int maximumAge =
                agreements.of(shipment.agreement()).document(shipment.kind()).maximumAge();
        return freshness.since(askedAt, maximumAge);
    }

    /**
     * Drops whoever no longer belongs; the fictitious person of a test exchange always does. Someone the source was not asked about is not known to belong, and goes too.
     *
     * @return how many were dropped
     */
    int drop(Shipment shipment, Map<UUID, Standing> standings, Actor by) {
        if (shipment.kind() == DocumentKind.TEST) {
            return 0;
        }
        int dropped = 0;
        for (ShipmentRow row : rows.kept(shipment.controlNumber())) {
            if (!(standings.get(row.caseId()) instanceof Standing.Belongs)) {
                drop(shipment, row.caseId(), why(standings.get(row.caseId())), by);
                dropped++;
            }
        }
        return dropped;
    }

    /** Whether the case stands in it, not dropped. */
    boolean holds(Shipment shipment, UUID caseId) {
        return rows.keptCaseIds(shipment.controlNumber()).contains(caseId);
    }

    /** A case that the bureau may have been told of stays provided: what is owed to the bureau ends with no dropping. */
    void drop(Shipment shipment, UUID caseId, String why, Actor by) {
        String number = shipment.controlNumber();
        rows.drop(number, caseId, why, clock.instant());
        if (shipment.postedAt().isEmpty()) {
            cases.notProvided(List.of(caseId), number);
        }
        acts.note(by, "row-dropped", number, Map.of("case", caseId.toString(), "why", why));
    }

    private static String why(Standing standing) {
        return standing instanceof Standing.NoLonger no ? no.words() : "税務データベースで確認できませんでした";
    }
}

package jp.kakehashi.shipment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.casefile.Cases;
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
    private final Acts acts;
    private final Clock clock;

    Roll(ShipmentRows rows, Cases cases, Acts acts, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.acts = acts;
        this.clock = clock;
    }

    RollCall call(Shipment shipment) {
        String number = shipment.controlNumber();
        List<UUID> caseIds = rows.kept(number).stream().map(ShipmentRow::caseId).toList();
        return new RollCall(number, caseIds, cases.payees(caseIds), clock.instant());
    }

    /** What the answers since the question was put mean for each case. */
    Map<UUID, Standing> answers(RollCall call) {
        return cases.standings(call.caseIds(), call.askedAt());
    }

    /**
     * Drops whoever no longer belongs. Someone the source was not asked about is not known to belong, and goes too.
     *
     * @return how many were dropped
     */
    int drop(Shipment shipment, Map<UUID, Standing> standings, Actor by) {
        int dropped = 0;
        for (ShipmentRow row : rows.kept(shipment.controlNumber())) {
            if (!(standings.get(row.caseId()) instanceof Standing.Belongs)) {
                drop(shipment, row.caseId(), why(standings.get(row.caseId())), by);
                dropped++;
            }
        }
        return dropped;
    }

    /** A case that the bureau may have been told of stays provided: what is owed to the bureau ends with no dropping. */
    private void drop(Shipment shipment, UUID caseId, String why, Actor by) {
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

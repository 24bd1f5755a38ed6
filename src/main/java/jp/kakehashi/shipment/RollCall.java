package jp.kakehashi.shipment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whom the source is to be asked about before a shipment may go on: a route puts the question, since only routes ask the
 * tax database.
 *
 * @param controlNumber the shipment
 * @param caseIds the case of everyone still in it
 * @param payees 宛名番号 of everyone still in it; nobody where the source cannot be asked
 * @param askedAt when the question was put: only answers since then count
 */
public record RollCall(String controlNumber, List<UUID> caseIds, List<String> payees, Instant askedAt) {

    @Override
    public String toString() {
        return "RollCall[" + controlNumber + ", " + payees.size() + " people]";
    }
}

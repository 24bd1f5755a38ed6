package jp.kakehashi.casefile;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a full list holds.
 *
 * @param rows everyone in it, by expiry of stay, then Roman name
 * @param again the cases of those who stand in it again
 * @param leftOut how many are provided and do not stand in it: their last shipment is not acknowledged yet, their row is not
 *     true any more, or they might not be newly provided today. Their absence tells the bureau nothing
 */
public record FullList(List<Row> rows, Set<UUID> again, int leftOut) {

    /** The cases of those who stand in it for the first time, in their order. */
    public List<UUID> added() {
        return rows.stream().map(Row::caseId).filter(id -> !again.contains(id)).toList();
    }

    /** Says nothing about the people. */
    @Override
    public String toString() {
        return "FullList of " + rows.size();
    }
}

package jp.kakehashi.casefile;

import java.util.List;
import java.util.UUID;

/**
 * A case that did not become READY.
 *
 * @param caseId the case
 * @param objections why its confirmation was not accepted, in Japanese, so that it stays as it was; empty where a
 *     circumstance applies, so that it is set apart
 */
public record NotConfirmed(UUID caseId, List<String> objections) {

    static NotConfirmed setApart(UUID caseId) {
        return new NotConfirmed(caseId, List.of());
    }

    /** Whether it is excluded now, because a circumstance of the proviso applies. */
    public boolean isSetApart() {
        return objections.isEmpty();
    }
}

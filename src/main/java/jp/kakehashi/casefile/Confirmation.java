package jp.kakehashi.casefile;

import java.util.Map;
import java.util.UUID;

/**
 * An officer's word on one case: this reason, for these facts, and no unjust harm.
 *
 * @param caseId the case
 * @param factsDigest the digest of the facts that were shown, as in {@link CaseView#factsDigest}
 * @param reasonText the tenth item, perhaps edited
 * @param whyNotSuspended 執行停止を要しない理由, which stays inside; blank where none is asked for
 * @param proviso to every question of the proviso, whether it applies
 */
public record Confirmation(
        UUID caseId, String factsDigest, String reasonText, String whyNotSuspended, Map<Proviso, Boolean> proviso) {

    public Confirmation {
        proviso = Map.copyOf(proviso);
    }

    /** Whether the officer says that a circumstance applies. */
    boolean namesACircumstance() {
        return proviso.containsValue(true);
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Confirmation of " + caseId;
    }
}

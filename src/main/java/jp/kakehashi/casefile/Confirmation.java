package jp.kakehashi.casefile;

import java.util.Map;
import java.util.UUID;

/**
 * An officer's word on one case: this reason, for these facts, and no unjust harm.
 *
 * @param caseId the case
 * @param factsDigest the digest of the facts that were shown, as in {@link CaseView#factsDigest}
 * @param reasonText the tenth item, perhaps edited
 * @param proviso to every question of the proviso, whether it applies
 */
public record Confirmation(UUID caseId, String factsDigest, String reasonText, Map<Proviso, Boolean> proviso) {

    public Confirmation {
        proviso = Map.copyOf(proviso);
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Confirmation of " + caseId;
    }
}

package jp.kakehashi.casefile;

import java.util.List;
import java.util.UUID;

/**
 * A confirmation that was not accepted.
 *
 * @param caseId the case, which stays as it was
 * @param objections why, in Japanese
 */
public record NotConfirmed(UUID caseId, List<String> objections) {}

package jp.kakehashi.casefile;

import java.util.UUID;

/**
 * A person's open case in the shipment that holds it, or told the bureau.
 *
 * @param caseId the case
 * @param controlNumber the shipment
 */
public record HeldCase(UUID caseId, String controlNumber) {}

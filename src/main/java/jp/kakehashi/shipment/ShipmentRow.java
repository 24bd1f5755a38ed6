package jp.kakehashi.shipment;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.casefile.Reason;

/**
 * One person in a shipment.
 *
 * @param caseId the case it comes from
 * @param personKey the keyed digest that stands for the person
 * @param contentDigest SHA-256 of the cells: what was decided
 * @param cells the items as they are sent
 * @param dropped why it no longer goes, in Japanese, if so
 */
public record ShipmentRow(
        UUID caseId, String personKey, String contentDigest, Map<Item, String> cells, Optional<String> dropped) {

    /** As it may be shown: of somebody dropped for a confidential reason no cell. */
    ShipmentRow discreet() {
        boolean confidential = dropped.equals(Optional.of(Reason.PROTECTED_PERSON.label()));
        return confidential ? new ShipmentRow(caseId, personKey, contentDigest, Map.of(), dropped) : this;
    }
}

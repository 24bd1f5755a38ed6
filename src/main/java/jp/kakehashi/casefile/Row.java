package jp.kakehashi.casefile;

import java.util.Map;
import java.util.UUID;
import jp.kakehashi.agreement.Item;

/**
 * What would be provided about one person.
 *
 * @param caseId the case
 * @param personKey the keyed digest of the payee number
 * @param payeeNo 宛名番号; never leaves the ward
 * @param cells the agreed items and no others, in the agreement's order
 * @param contentDigest keyed digest of the cells: equal if, and only if, they are
 */
public record Row(UUID caseId, String personKey, String payeeNo, Map<Item, String> cells, String contentDigest) {

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Row of " + caseId;
    }
}

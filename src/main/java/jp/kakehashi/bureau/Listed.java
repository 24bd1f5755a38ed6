package jp.kakehashi.bureau;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.agreement.Item;

/**
 * One person on the list, as one row of one document.
 *
 * @param id the row
 * @param controlNumber of the document
 * @param row its position in it, from 1
 * @param cells the ten items, character by character as received
 * @param state where it stands
 * @param since since when
 */
public record Listed(UUID id, String controlNumber, int row, Map<Item, String> cells, ListState state, Instant since) {

    /** Leaves the cells out: they are personal data. */
    @Override
    public String toString() {
        return "Listed[" + controlNumber + " / " + row + ", " + state + "]";
    }
}

package jp.kakehashi.shipment;

import java.util.List;
import jp.kakehashi.agreement.Item;

/**
 * The sealed file as the recipient will see it; of a plain mail the mail itself.
 *
 * @param shipment what it belongs to
 * @param envelope the addresses it goes to
 * @param text the rows above the table; of a plain mail its subject and its lines
 * @param items what the columns are, in the order of the layout without 番号
 * @param rows the table, cells in that order; none of a plain mail
 */
public record Preview(
        Shipment shipment, List<String> envelope, List<String> text, List<Item> items, List<List<String>> rows) {

    /** Which cell of a row is the residence card number, counted from 0. */
    public int cardColumn() {
        return items.indexOf(Item.RESIDENCE_CARD_NUMBER);
    }

    @Override
    public String toString() {
        return "Preview[" + shipment.controlNumber() + "]";
    }
}

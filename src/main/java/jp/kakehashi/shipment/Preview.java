package jp.kakehashi.shipment;

import java.util.List;

/**
 * The sealed file as the recipient will see it.
 *
 * @param shipment what it belongs to
 * @param envelope the addresses it goes to
 * @param titleRows the rows above the table
 * @param rows the table, cells in the order of the layout without 番号
 * @param cardColumn which cell of a row is the residence card number, counted from 0
 */
public record Preview(
        Shipment shipment, List<String> envelope, List<String> titleRows, List<List<String>> rows, int cardColumn) {

    @Override
    public String toString() {
        return "Preview[" + shipment.controlNumber() + "]";
    }
}

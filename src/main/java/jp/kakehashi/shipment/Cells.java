package jp.kakehashi.shipment;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.kakehashi.agreement.Item;

/** The items of a row under the names they bear in the register. */
final class Cells {

    private Cells() {}

    static Map<String, String> named(Map<Item, String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (Item item : Item.values()) {
            if (cells.containsKey(item)) {
                named.put(item.label(), cells.get(item));
            }
        }
        return named;
    }
}

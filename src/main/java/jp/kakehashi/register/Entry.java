package jp.kakehashi.register;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of one message: what was told about one person.
 *
 * @param message the message's control number, with its suffix if it was sealed afresh, e.g. {@code R8-001_r1}
 * @param kind the code of the kind of document, e.g. {@code 02PROV}
 * @param direction which way
 * @param row the row's number in the message, from 1
 * @param personKey the person's keyed digest: {@code vault.digest("person", payeeNo)} in the ward,
 *     {@code vault.digest("card", cardNumber)} in the bureau
 * @param cells heading → value, character by character as told, in the order of the columns
 * @param at when it was told
 */
public record Entry(
        String message,
        String kind,
        Direction direction,
        int row,
        String personKey,
        Map<String, String> cells,
        Instant at) {

    public Entry {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Leaves the cells out: they are personal data. */
    @Override
    public String toString() {
        return "Entry[" + message + " " + kind + " " + direction + " " + row + "]";
    }
}

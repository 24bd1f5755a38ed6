package jp.kakehashi.casefile;

import java.util.Optional;

/**
 * The shipment that holds a case, or told the bureau of it.
 *
 * @param controlNumber that shipment
 * @param toldIn the earlier shipment that told the bureau, where the case stands in this one again
 */
record Enclosure(String controlNumber, Optional<String> toldIn) {}

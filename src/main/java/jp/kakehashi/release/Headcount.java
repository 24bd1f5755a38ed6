package jp.kakehashi.release;

import jp.kakehashi.agreement.Persons;

/**
 * How many people are provided in a fiscal year, cumulative, against the ceiling that the agreement sets.
 *
 * @param provided different people so far
 * @param withThis so many at most with the shipment that was asked about
 * @param ceiling expected, warn, stop
 */
public record Headcount(int provided, int withThis, Persons ceiling) {

    /** From here on the pages warn. */
    public boolean warns() {
        return withThis >= ceiling.warn();
    }

    /** Above it, only with the reference of 付議/報告. */
    public boolean aboveStop() {
        return withThis > ceiling.stop();
    }
}

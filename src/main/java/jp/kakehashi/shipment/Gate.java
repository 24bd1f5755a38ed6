package jp.kakehashi.shipment;

import java.util.Optional;

/**
 * What may bar a shipment although nothing is wrong with it: judged by {@code release}, asked when it is released and in
 * the last moment before its letter is queued.
 */
public interface Gate {

    /** Why it may not go now; empty where it may. */
    Optional<Refusal> against(Shipment shipment);
}

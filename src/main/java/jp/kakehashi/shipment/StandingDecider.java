package jp.kakehashi.shipment;

import java.util.Optional;
import jp.kakehashi.register.Actor;

/** What decides a draft in the moment it is made, where people have decided on its kind beforehand: {@code release} knows. */
public interface StandingDecider {

    /**
     * Decides a draft, if a standing decision covers it; the decision is written in the caller's transaction.
     *
     * @return in whose name; empty where the draft waits for a person
     */
    Optional<Actor> decide(Shipment draft);
}

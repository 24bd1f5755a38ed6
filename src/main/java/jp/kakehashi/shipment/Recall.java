package jp.kakehashi.shipment;

/** What became of somebody's place in a shipment when they showed a receipt at the counter. */
public sealed interface Recall {

    /**
     * The receipt was not registered.
     *
     * @param reason why not, in Japanese
     */
    record Refused(String reason) implements Recall {}

    /** Registered; no shipment holds the person. */
    record InNone() implements Recall {}

    /**
     * Registered; the person will be dropped from a shipment when it is checked before it goes.
     *
     * @param controlNumber the shipment
     */
    record Leaves(String controlNumber) implements Recall {}

    /**
     * Registered; a released shipment was held back and the person dropped: sealed afresh, both sign again.
     *
     * @param controlNumber the shipment
     */
    record HeldBack(String controlNumber) implements Recall {}

    /**
     * Registered; the shipment is on its way or has been sent, and nothing can stop it.
     *
     * @param controlNumber the shipment
     */
    record TooLate(String controlNumber) implements Recall {}
}

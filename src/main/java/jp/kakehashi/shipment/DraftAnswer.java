package jp.kakehashi.shipment;

/** What became of a wish to draft. */
public sealed interface DraftAnswer {

    /**
     * A draft was made.
     *
     * @param controlNumber its number
     */
    record Drafted(String controlNumber) implements DraftAnswer {}

    /**
     * Nothing was drafted.
     *
     * @param reason why, in Japanese
     */
    record Refused(String reason) implements DraftAnswer {}
}

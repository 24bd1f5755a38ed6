package jp.kakehashi.agreement;

/**
 * Terms in business days.
 *
 * @param acknowledgement after which a posted document without acknowledgement raises an alarm
 */
public record Clocks(
        @Key("Business days after which a posted document without acknowledgement raises an alarm.")
        int acknowledgement) {

    public Clocks {
        new Faults().atLeast(1, "acknowledgement", acknowledgement).refuse();
    }
}

package jp.kakehashi.release;

/** What became of a witness who entered ID and password inside the operator's page. */
public sealed interface WitnessEntry {

    /**
     * Admitted, for this page alone.
     *
     * @param ticket what the page hands back when the witness confirms; it is worth nothing elsewhere
     * @param name the witness's name
     */
    record Admitted(String ticket, String name) implements WitnessEntry {
        @Override
        public String toString() {
            return "Admitted[" + name + "]";
        }
    }

    /**
     * Not admitted.
     *
     * @param reason why, in Japanese
     */
    record Refused(String reason) implements WitnessEntry {}
}

package jp.kakehashi.release;

import java.util.List;

/** What became of a witness who entered ID and password inside the operator's page. */
public sealed interface WitnessEntry {

    /**
     * Admitted, for this page alone.
     *
     * @param ticket what the page hands back whenever the witness confirms; it is worth nothing elsewhere
     * @param leftOut the documents whose witness this person may not be, each with the reason, in Japanese
     */
    record Admitted(String ticket, List<String> leftOut) implements WitnessEntry {
        @Override
        public String toString() {
            return "Admitted[…]";
        }
    }

    /**
     * Not admitted.
     *
     * @param reason why, in Japanese
     */
    record Refused(String reason) implements WitnessEntry {}
}

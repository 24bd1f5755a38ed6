package jp.kakehashi.casefile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a case still belongs into the shipment, by what the source answered last. */
public sealed interface Standing {

    /**
     * It does.
     *
     * @param asOf when the source said so
     */
    record Belongs(Instant asOf) implements Standing {}

    /**
     * It does not.
     *
     * @param reasons every reason; a confidential one stands alone
     */
    record NoLonger(List<Reason> reasons) implements Standing {

        public NoLonger {
            reasons = reasons.stream()
                    .filter(Reason::isConfidential)
                    .findFirst()
                    .map(List::of)
                    .orElse(List.copyOf(reasons));
        }

        /** The reasons in Japanese, without personal data. */
        public String words() {
            return reasons.stream().map(Reason::label).distinct().collect(Collectors.joining("、"));
        }
    }
}

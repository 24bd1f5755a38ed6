package jp.kakehashi.casefile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many cases there are.
 *
 * @param byState by state
 * @param byReason excluded ones by reason; a case with two reasons counts under both
 */
public record Counts(Map<CaseState, Integer> byState, Map<Reason, Integer> byReason) {

    /** By the words of their reasons, as anybody may see them: what only the manager may tell apart is one. */
    public Map<String, Integer> byLabel() {
        Map<String, Integer> byLabel = new LinkedHashMap<>();
        byReason.forEach((reason, count) -> byLabel.merge(reason.label(), count, Integer::sum));
        return byLabel;
    }
}

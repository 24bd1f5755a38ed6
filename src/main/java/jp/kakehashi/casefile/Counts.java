package jp.kakehashi.casefile;

import java.util.Map;

/**
 * How many cases there are.
 *
 * @param byState by state
 * @param byReason excluded ones by reason; a case with two reasons counts under both
 */
public record Counts(Map<CaseState, Integer> byState, Map<Reason, Integer> byReason) {}

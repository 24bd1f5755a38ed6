package jp.kakehashi.casefile;

import java.time.Instant;

/**
 * One line of a case's history.
 *
 * @param at when
 * @param state what it became
 * @param by the account that did it, or the route
 * @param why reasons or control number, without personal data
 */
public record CaseEvent(Instant at, CaseState state, String by, String why) {}

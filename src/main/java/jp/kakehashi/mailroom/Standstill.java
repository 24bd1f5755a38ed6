package jp.kakehashi.mailroom;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that people of the office let stand still, in force now.
 *
 * @param id its row
 * @param what the id of a route, or {@link Standstills#POSTING} for all posting
 * @param since when it began
 * @param by the account of who began it
 * @param reason why, in their words
 */
public record Standstill(UUID id, String what, Instant since, String by, String reason) {}

package jp.kakehashi.bureau;

import java.time.Instant;

/**
 * What became of a listed row.
 *
 * @param state where it stood from then on
 * @param message by which message
 * @param at when
 */
public record ListEvent(ListState state, String message, Instant at) {}

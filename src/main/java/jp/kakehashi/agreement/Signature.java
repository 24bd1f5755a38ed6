package jp.kakehashi.agreement;

import java.time.LocalDate;

/**
 * Who settled something, and when.
 *
 * @param on the day
 * @param by post and name
 */
public record Signature(
        @Key("The day.") LocalDate on,
        @Key("Post and name.") String by) {}

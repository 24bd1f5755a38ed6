package jp.kakehashi.release;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the office answered to a line of the checklist.
 *
 * @param verdict done, or judged needless
 * @param on the day on which it was done or judged
 * @param evidence what proves it
 * @param account who answered
 * @param post their post on that day
 * @param at when they answered
 */
public record ChecklistAnswer(Verdict verdict, LocalDate on, String evidence, String account, String post, Instant at) {

    /** What can be answered. */
    public enum Verdict {
        /** 実施済. */
        DONE,
        /** 不要と判断; for lines 「必要に応じて」 only. */
        NOT_NEEDED
    }
}

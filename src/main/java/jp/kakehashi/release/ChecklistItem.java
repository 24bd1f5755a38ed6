package jp.kakehashi.release;

import java.util.Optional;
import jp.kakehashi.agreement.ChecklistLine;

/**
 * A line of the checklist, and what was answered to it last.
 *
 * @param line the line; it may count as done from the agreement's file
 * @param answer the office's own answer, which goes before the file's
 */
public record ChecklistItem(ChecklistLine line, Optional<ChecklistAnswer> answer) {

    /** Whether ② has to wait for this line; one 「必要に応じて」 never blocks. */
    public boolean blocks() {
        return line.required() && answer.isEmpty() && line.done().isEmpty();
    }
}

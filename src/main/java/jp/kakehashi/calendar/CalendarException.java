package jp.kakehashi.calendar;

import java.nio.file.Path;
import java.util.List;

/** The holiday table is faulty, or does not reach as far as a question. The message names the file and every fault. */
public class CalendarException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CalendarException(Path file, List<String> errors) {
        this(file, errors, null);
    }

    CalendarException(Path file, List<String> errors, Throwable cause) {
        super("休日表の誤り / holiday table " + file + ": " + String.join("; ", errors), cause);
    }
}

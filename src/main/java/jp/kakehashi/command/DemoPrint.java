package jp.kakehashi.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** The demo's voice: each step as it happens, with the demo's own time and what it took. */
final class DemoPrint {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;
    private Clock clock;
    private long since = System.nanoTime();

    DemoPrint(PrintStream out) {
        this.out = out;
    }

    /** From now on the time of a step is the hub's. */
    void follow(Clock hubs) {
        this.clock = hubs;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /**
     * One step that has just been done.
     *
     * @param step its mark, such as ①
     * @param japanese what was done
     * @param english the same
     */
    void step(String step, String japanese, String english) {
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        since = System.nanoTime();
        String time = LocalTime.now(clock).format(SECONDS);
        line("%-8s  %s  %s%n             %s  (%.1f s)"
                .formatted(time, step, japanese, english, took.toMillis() / 1000.0));
    }
}

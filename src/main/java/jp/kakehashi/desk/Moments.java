package jp.kakehashi.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Times as the pages show them: {@code @moments.of(...)} in a template. */
@Component
class Moments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    /** Day and minute in the office's zone. */
    public String of(Instant instant) {
        return MINUTE.format(instant.atZone(clock.getZone()));
    }

    /** The day in the office's zone. */
    public String day(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalDate().toString();
    }

    /** The second of the day, for what happens while people stand by. */
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(clock.getZone()));
    }
}

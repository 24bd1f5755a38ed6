package planted.house.shipment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;

/** Breaks the rule that time is injected, in every way there is. */
public final class LooksAtTheWall {

    Instant instant() {
        return Instant.now();
    }

    LocalDate day(ZoneId zone) {
        return LocalDate.now(zone);
    }

    Supplier<Instant> reference() {
        return Instant::now;
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    @SuppressWarnings("JavaUtilDate")
    Date date() {
        return new Date();
    }

    LocalDate allowed(Clock clock) {
        return LocalDate.now(clock);
    }
}

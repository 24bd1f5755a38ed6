package jp.kakehashi.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Time that demo and simulation can set, and an office cannot. */
class SettableClockTest {

    private static final Instant MORNING = Instant.parse("2026-06-01T00:30:00Z");

    @Test
    void runsOnFromTheTimeItWasSetTo() {
        SettableClock clock = new SettableClock(BusinessTime.OFFICE, MORNING);
        Instant later = MORNING.plus(Duration.ofDays(30));

        new Cadence(null, clock).set(later);

        assertThat(clock.instant()).isBetween(later, later.plusSeconds(60));
        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isBetween(later, later.plusSeconds(60));
    }

    @Test
    void realTimeIsNotSet() {
        Cadence cadence = new Cadence(null, Clock.system(BusinessTime.OFFICE));

        assertThatThrownBy(() -> cadence.set(MORNING)).isInstanceOf(IllegalStateException.class);
    }
}

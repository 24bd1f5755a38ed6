package jp.kakehashi.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs at the real pace from a time it was set to. */
final class SettableClock extends Clock {

    private final ZoneId zone;
    private final Clock system;
    private final AtomicReference<Duration> ahead;

    SettableClock(ZoneId zone, Instant now) {
        this(zone, Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
        set(now);
    }

    private SettableClock(ZoneId zone, Clock system, AtomicReference<Duration> ahead) {
        this.zone = zone;
        this.system = system;
        this.ahead = ahead;
    }

    void set(Instant now) {
        ahead.set(Duration.between(system.instant(), now));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(other, system, ahead);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead.get());
    }
}

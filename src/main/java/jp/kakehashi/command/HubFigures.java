package jp.kakehashi.command;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.kakehashi.mailroom.Backlog;
import jp.kakehashi.mailroom.LetterState;
import jp.kakehashi.mailroom.MailState;
import jp.kakehashi.mailroom.Standstills;
import org.springframework.stereotype.Component;

/** The hub's own figures for Prometheus: counts and ages by state, read from the ledger at each scrape; no person in them. */
@Component
final class HubFigures implements MeterBinder {

    private final Backlog backlog;
    private final Standstills standstills;

    HubFigures(Backlog backlog, Standstills standstills) {
        this.backlog = backlog;
        this.standstills = standstills;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Stream.of(LetterState.values())
                .forEach(state -> Gauge.builder("kakehashi.letters", () -> backlog.letters(state))
                        .description("Letters by state")
                        .tag("state", word(state))
                        .register(registry));
        Stream.of(MailState.values())
                .forEach(state -> Gauge.builder("kakehashi.mails", () -> backlog.mails(state))
                        .description("Mails received, by state")
                        .tag("state", word(state))
                        .register(registry));
        Stream.of(Backlog.Work.values())
                .forEach(work -> TimeGauge.builder(
                                "kakehashi.work.oldest",
                                () -> backlog.oldest(work).toSeconds(),
                                TimeUnit.SECONDS)
                        .description("How long the oldest open work waits")
                        .tag("work", word(work))
                        .register(registry));
        Gauge.builder("kakehashi.posting.halted", () -> standstills.ofPosting().isPresent() ? 1 : 0)
                .description("Whether people have stopped all posting")
                .register(registry);
        Gauge.builder("kakehashi.routes.paused", () -> standstills.ofRoutes().size())
                .description("Routes that people have paused")
                .register(registry);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

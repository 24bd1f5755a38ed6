package jp.kakehashi.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakehashi.mailroom.Backlog;
import jp.kakehashi.mailroom.MailProbe;
import jp.kakehashi.mailroom.Standstills;
import jp.kakehashi.vault.KeyFile;
import jp.kakehashi.vault.KeyFileException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * Whether the hub can do its work: {@code /actuator/health}, for those who run the machine. Each answers by trying, as the
 * hub itself would; none tells a message of somebody else's, which may quote a value.
 */
@Configuration(proxyBeanMethods = false)
class HubHealth {

    /** What takes the machine moments, and has waited so long, stands still. */
    private static final Duration MOST = Duration.ofMinutes(15);

    private static final int PATIENCE_SECONDS = 5;

    @Bean
    HealthIndicator ledgerHealthIndicator(DataSource ledger) {
        return () -> answers(ledger);
    }

    @Bean
    @Profile("ward")
    @ConditionalOnProperty(name = "kakehashi.source.live", havingValue = "true", matchIfMissing = true)
    HealthIndicator sourceHealthIndicator(@Qualifier("taxDatabase") DataSource source) {
        return () -> answers(source);
    }

    /** The usual indicator of a database tells, and logs, the driver's message. */
    private static Health answers(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return builder(connection.isValid(PATIENCE_SECONDS)).build();
        } catch (SQLException e) {
            return Health.down()
                    .withDetail("sqlState", String.valueOf(e.getSQLState()))
                    .build();
        }
    }

    @Bean
    HealthIndicator mailOutHealthIndicator(Environment environment) {
        return () -> tried(MailProbe.of(environment).outgoing());
    }

    @Bean
    HealthIndicator mailInHealthIndicator(Environment environment) {
        return () -> tried(MailProbe.of(environment).incoming());
    }

    private static Health tried(MailProbe.Result result) {
        return builder(result == MailProbe.Result.GOOD)
                .withDetail("result", result)
                .build();
    }

    /** The key file is still there, and is one of this role. */
    @Bean
    HealthIndicator keysHealthIndicator(Environment environment, KeyFile keys) {
        return () -> builder(isThere(environment, keys)).build();
    }

    private static boolean isThere(Environment environment, KeyFile keys) {
        try {
            Path file = Path.of(environment.getRequiredProperty("kakehashi.keys.file"));
            return KeyFile.load(file, keys.demo()).role().equals(keys.role());
        } catch (KeyFileException gone) {
            return false;
        }
    }

    /** How long the oldest open work waits, in seconds; bad where the machine's own does not move. */
    @Bean
    HealthIndicator workHealthIndicator(Backlog backlog, Standstills standstills) {
        return () -> {
            boolean moves = Stream.of(Backlog.Work.values())
                    .filter(Backlog.Work::isTheMachines)
                    .allMatch(work -> backlog.oldest(work).compareTo(MOST) < 0);
            var health = builder(moves)
                    .withDetail("postingHalted", standstills.ofPosting().isPresent());
            Stream.of(Backlog.Work.values())
                    .forEach(work ->
                            health.withDetail(work.name(), backlog.oldest(work).toSeconds()));
            return health.build();
        };
    }

    private static Health.Builder builder(boolean good) {
        return good ? Health.up() : Health.down();
    }
}

package jp.kakehashi.routing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The time of the office, Asia/Tokyo, as one injected clock. Only demo and simulation set it, by starting it elsewhere; a
 * hub that serves an office has no setting for it in its configuration and runs on the system's time.
 */
@Configuration
@EnableConfigurationProperties(BusinessTime.Settings.class)
class BusinessTime {

    static final ZoneId OFFICE = ZoneId.of("Asia/Tokyo");

    /**
     * {@code kakehashi.demo.*}; set by the demo alone.
     *
     * @param startsAt the instant the clock shows when the program starts, ISO-8601; null for real time
     */
    @ConfigurationProperties("kakehashi.demo")
    record Settings(Instant startsAt) {}

    @Bean
    Clock clock(Settings settings) {
        return settings.startsAt() == null ? Clock.system(OFFICE) : new SettableClock(OFFICE, settings.startsAt());
    }

    @Bean
    Cadence cadence(ProducerTemplate routes, Clock clock) {
        return new Cadence(routes, clock);
    }
}

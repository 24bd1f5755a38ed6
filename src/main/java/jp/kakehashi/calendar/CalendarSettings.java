package jp.kakehashi.calendar;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the holiday table lies. */
@ConfigurationProperties(prefix = "kakehashi.calendar", ignoreUnknownFields = false)
record CalendarSettings(
        @DefaultValue("config/calendar/holidays.csv") Path holidays) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CalendarSettings.class)
    static class Beans {

        @Bean
        BusinessDays businessDays(CalendarSettings settings) {
            return BusinessDays.load(settings.holidays());
        }
    }
}

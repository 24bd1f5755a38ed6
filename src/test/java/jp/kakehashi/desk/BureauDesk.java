package jp.kakehashi.desk;

import java.nio.file.Path;
import jp.kakehashi.calendar.BusinessDays;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The whole bureau but its routes: the real beans. */
@EnableAutoConfiguration(
        exclude = {CamelAutoConfiguration.class, QuartzAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan({"jp.kakehashi.desk", "jp.kakehashi.register", "jp.kakehashi.mailroom", "jp.kakehashi.bureau"})
class BureauDesk extends OfficeDesk {

    @Bean
    BusinessDays businessDays() {
        return BusinessDays.load(Path.of("config/calendar/holidays.csv"));
    }
}

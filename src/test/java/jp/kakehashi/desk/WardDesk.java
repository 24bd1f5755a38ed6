package jp.kakehashi.desk;

import java.time.LocalDate;
import javax.sql.DataSource;
import jp.kakehashi.command.FictitiousCity;
import jp.kakehashi.source.TestCity;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The whole ward but its routes: the real beans over a fictitious city. */
@EnableAutoConfiguration(
        exclude = {CamelAutoConfiguration.class, QuartzAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan({
    "jp.kakehashi.calendar",
    "jp.kakehashi.desk",
    "jp.kakehashi.calendar",
    "jp.kakehashi.register",
    "jp.kakehashi.mailroom",
    "jp.kakehashi.source",
    "jp.kakehashi.casefile",
    "jp.kakehashi.shipment",
    "jp.kakehashi.release"
})
class WardDesk extends OfficeDesk {

    @Bean(defaultCandidate = false)
    DataSource taxDatabase() {
        DataSource city = TestCity.h2();
        new FictitiousCity(1, LocalDate.of(2026, 6, 1), 150, 90).build(city);
        return city;
    }

    /** What the ward's routes do when their hour comes. */
    @Bean
    HandCrank handCrank(@Qualifier("taxDatabase") DataSource city) {
        return new HandCrank(city);
    }
}

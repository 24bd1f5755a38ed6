package jp.kakehashi.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.command.FictitiousCity;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.people.Appointment;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Role;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.TestCity;
import jp.kakehashi.vault.Passwords;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The whole ward but its routes: the real beans over a ledger in memory, on one business morning. To the fictitious office
 * of {@link TestPeople} comes {@code deputy}, a second handler.
 */
@EnableAutoConfiguration(
        exclude = {CamelAutoConfiguration.class, QuartzAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan({
    "jp.kakehashi.desk",
    "jp.kakehashi.register",
    "jp.kakehashi.mailroom",
    "jp.kakehashi.source",
    "jp.kakehashi.casefile",
    "jp.kakehashi.shipment",
    "jp.kakehashi.release"
})
class WardDesk {

    static final Instant MORNING = Instant.parse("2026-06-01T00:30:00Z");

    private final TestLedger ledger = TestLedger.h2();

    @Bean
    DataSource dataSource() {
        return ledger.dataSource();
    }

    @Bean(defaultCandidate = false)
    DataSource taxDatabase() {
        DataSource city = TestCity.h2();
        new FictitiousCity(1, LocalDate.of(2026, 6, 1), 80, 30).build(city);
        return city;
    }

    @Bean
    Vault vault() {
        return TestVault.fresh();
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Agreements agreements() {
        return TestAgreement.agreements();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(MORNING, ZoneId.of("Asia/Tokyo"));
    }

    @Bean
    People people(Vault vault, Clock clock) {
        People people = TestPeople.office(ledger, vault, clock);
        Appointment handler = new Appointment("主任", Role.HANDLER, LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31));
        people.add("deputy", "架空 六郎", TestPeople.PASSWORD, List.of(handler), Actor.machine("test"));
        return people;
    }

    /** What the ward's routes do when their hour comes. */
    @Bean
    HandCrank handCrank(@Qualifier("taxDatabase") DataSource city) {
        return new HandCrank(city);
    }
}

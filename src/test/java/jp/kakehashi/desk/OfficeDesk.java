package jp.kakehashi.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.people.Appointment;
import jp.kakehashi.people.HandlerBook;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Role;
import jp.kakehashi.people.Succession;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Passwords;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Bean;

/**
 * What a desk of either office needs beneath it: a ledger in memory, on one business morning. To the fictitious office of
 * {@link TestPeople} comes {@code deputy}, a second handler.
 */
abstract class OfficeDesk {

    static final Instant MORNING = Instant.parse("2026-06-01T00:30:00Z");

    private final TestLedger ledger = TestLedger.h2();

    @Bean
    DataSource dataSource() {
        return ledger.dataSource();
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
        return TestAgreement.untested();
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

    @Bean
    HandlerBook handlerBook(People people, Vault vault, Clock clock) {
        Chain chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        return new HandlerBook(ledger.jdbc(), ledger.transactionManager(), people, chain, clock);
    }

    @Bean
    Succession succession(Clock clock) {
        return new Succession(ledger.jdbc(), clock);
    }
}

package jp.kakehashi.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.mailroom.Routes;
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
 * {@link TestPeople} come {@code deputy}, a second handler, and two who may decide in the chief's place: {@code standin}, a
 * witness, and {@code standin-handler}.
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

    /** Two routes, as they would run: one begins by itself, and has failed; the other is called. */
    @Bean
    Routes routes() {
        Routes.Failure failure = new Routes.Failure("ConnectException", MORNING);
        Routes.Running collect = new Routes.Running(
                "shared-10-collect", "共通・郵便受け", "Takes each mail.", true, true, 3, Optional.of(failure));
        Routes.Running ask = new Routes.Running("ward-11-ask", "① 滞納者情報の抽出", "Asks.", false, true, 0, Optional.empty());
        return () -> List.of(collect, ask);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Agreements agreements() {
        return TestAgreement.untestedAndStanding();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(MORNING, ZoneId.of("Asia/Tokyo"));
    }

    @Bean
    People people(Vault vault, Clock clock) {
        People people = TestPeople.office(ledger, vault, clock);
        add(people, "deputy", "架空 六郎", "主任", Role.HANDLER);
        add(people, "standin", "架空 七郎", "係長", Role.DEPUTY, Role.WITNESS);
        add(people, "standin-handler", "架空 八郎", "係長", Role.DEPUTY, Role.HANDLER);
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

    private static void add(People people, String account, String name, String post, Role... roles) {
        List<Appointment> appointments = Stream.of(roles)
                .map(role -> new Appointment(post, role, TestPeople.FROM, TestPeople.UNTIL))
                .toList();
        people.add(account, name, TestPeople.PASSWORD, appointments, Actor.machine("test"));
    }
}

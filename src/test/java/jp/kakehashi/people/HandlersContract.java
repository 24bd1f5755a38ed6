package jp.kakehashi.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.Test;

/** The list of handlers and the turn of the fiscal year, whatever the ledger's database. */
abstract class HandlersContract {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalDate NEXT = LocalDate.of(2027, 4, 1);

    private final TestLedger ledger;
    private final Vault vault = TestVault.fresh();
    private final Clock clock = at("2027-03-15");
    private final People people;
    private final Chain chain;
    private final HandlerBook book;

    HandlersContract(TestLedger ledger) {
        this.ledger = ledger;
        this.people = TestPeople.office(ledger, vault, clock);
        this.chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        this.book = new HandlerBook(ledger.jdbc(), ledger.transactionManager(), people, chain, clock);
    }

    @Test
    @OfficeRule("year-warning")
    void fromTheFifteenthOfMarchAGapInTheNextYearIsTold() {
        assertThat(on("2027-03-14").gap()).isEmpty();
        assertThat(on("2027-03-15").gap()).hasValue(new Succession.Gap(NEXT, 0, 0));

        appoint("handler", Role.HANDLER);
        appoint("manager", Role.PRIVACY_MANAGER);
        assertThat(on("2027-03-31").gap()).hasValue(new Succession.Gap(NEXT, 1, 1));
        appoint("witness", Role.HANDLER);

        assertThat(on("2027-03-31").gap()).isEmpty();
        assertThat(on("2027-04-01").gap()).isEmpty();
    }

    @Test
    @OfficeRule("year-warning")
    void enoughHandlersWithoutAChiefAreAGapTooForNoDeputyReplacesOne() {
        appoint("handler", Role.HANDLER);
        appoint("witness", Role.HANDLER);
        appoint("witness", Role.DEPUTY);

        assertThat(on("2027-03-20").gap()).hasValue(new Succession.Gap(NEXT, 2, 0));
    }

    @Test
    @OfficeRule("handlers-print")
    void theChiefDesignatesWhoIsOnTheListAndEveryLookIsInTheChain() {
        Actor chief = people.person("manager").orElseThrow().as(Role.PRIVACY_MANAGER, LocalDate.now(clock));
        assertThat(book.lines(chief))
                .extracting(Handler::account)
                .containsExactlyInAnyOrder("handler", "witness", "manager");
        assertThat(book.lines(chief)).allMatch(line -> line.designation().isEmpty());

        assertThat(book.designate(chief)).isEqualTo(3);
        assertThat(book.designate(chief)).isZero();

        assertThat(book.lines(chief))
                .allSatisfy(line -> assertThat(line.designation())
                        .hasValue(new Handler.Designation("架空 次郎", LocalDate.of(2027, 3, 15))));
        assertThat(acts()).contains("handlers-viewed", "handler-designated", "person-added");
    }

    @Test
    @OfficeRule("decide-deputy")
    void aDeputyIsOnTheListForTheChiefToDesignate() {
        Actor chief = people.person("manager").orElseThrow().as(Role.PRIVACY_MANAGER, LocalDate.now(clock));
        appoint("auditor", Role.DEPUTY);

        book.designate(chief);

        assertThat(book.lines(chief))
                .filteredOn(line -> line.appointment().role() == Role.DEPUTY)
                .singleElement()
                .satisfies(line -> assertThat(line.designation()).isPresent());
    }

    @Test
    void whoIsAppointedAnewIsDesignatedAnew() {
        Actor chief = people.person("manager").orElseThrow().as(Role.PRIVACY_MANAGER, LocalDate.now(clock));
        book.designate(chief);
        appoint("handler", Role.HANDLER);

        assertThat(book.lines(chief))
                .filteredOn(line -> line.designation().isEmpty())
                .singleElement()
                .satisfies(line -> assertThat(line.appointment().from()).isEqualTo(NEXT));
        assertThat(acts()).contains("person-appointed");
    }

    @Test
    void onlyTheChiefDesignatesAndOnlyWhoHasAnAccountIsAppointed() {
        Actor handler = people.person("handler").orElseThrow().as(Role.HANDLER, LocalDate.now(clock));

        assertThatThrownBy(() -> book.designate(handler)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> appoint("nobody", Role.HANDLER)).isInstanceOf(IllegalArgumentException.class);
    }

    private void appoint(String account, Role role) {
        Appointment next = new Appointment("主事", role, NEXT, LocalDate.of(2028, 3, 31));
        people.appoint(account, List.of(next), Actor.machine("test"));
    }

    private Succession on(String day) {
        return new Succession(ledger.jdbc(), at(day));
    }

    private String acts() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chain.export(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Clock at(String day) {
        Instant noon = LocalDate.parse(day).atTime(12, 0).atZone(TOKYO).toInstant();
        return Clock.fixed(noon, TOKYO);
    }
}

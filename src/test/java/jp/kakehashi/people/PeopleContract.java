package jp.kakehashi.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.people.SignIn.Admitted;
import jp.kakehashi.people.SignIn.Reason;
import jp.kakehashi.people.SignIn.Refused;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** What people keep to, on any ledger. */
abstract class PeopleContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Vault vault = TestVault.fresh();
    private Instant now = Instant.parse("2026-06-01T00:30:00Z");
    private TestLedger ledger;
    private People people;

    abstract TestLedger ledger();

    @BeforeEach
    void start() {
        ledger = ledger();
        people = TestPeople.office(ledger, vault, clock());
    }

    @Test
    void theRightPasswordAdmits() {
        assertThat(signIn("handler", TestPeople.PASSWORD)).isInstanceOfSatisfying(Admitted.class, admitted -> {
            assertThat(admitted.person().name()).isEqualTo("架空 花子");
            assertThat(admitted.person().as(Role.HANDLER, TODAY))
                    .isEqualTo(new Actor("handler", "架空 花子", "主事", "HANDLER"));
        });
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountAreRefusedAlike() {
        assertThat(signIn("handler", "wrong")).isEqualTo(new Refused(Reason.WRONG));
        assertThat(signIn("nobody", TestPeople.PASSWORD)).isEqualTo(new Refused(Reason.WRONG));
        assertThat(signIn("hand\0ler", "\0")).isEqualTo(new Refused(Reason.WRONG));
        assertThat(signIn("", "")).isEqualTo(new Refused(Reason.WRONG));
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForFifteenMinutes() {
        miss("handler", 5);
        assertThat(signIn("handler", TestPeople.PASSWORD)).isEqualTo(new Refused(Reason.LOCKED));
        assertThat(signIn("witness", TestPeople.PASSWORD)).isInstanceOf(Admitted.class);

        now = now.plus(Duration.ofMinutes(15)).minusSeconds(1);
        assertThat(signIn("handler", TestPeople.PASSWORD)).isEqualTo(new Refused(Reason.LOCKED));

        now = now.plusSeconds(1);
        assertThat(signIn("handler", TestPeople.PASSWORD)).isInstanceOf(Admitted.class);
    }

    @Test
    void theRightPasswordForgetsTheWrongOnes() {
        miss("handler", 4);
        assertThat(signIn("handler", TestPeople.PASSWORD)).isInstanceOf(Admitted.class);
        miss("handler", 4);
        assertThat(signIn("handler", TestPeople.PASSWORD)).isInstanceOf(Admitted.class);
    }

    @Test
    void nobodyIsAdmittedOutsideTheirAppointment() {
        now = Instant.parse("2027-03-31T14:59:59Z");
        assertThat(signIn("handler", TestPeople.PASSWORD)).isInstanceOf(Admitted.class);

        now = Instant.parse("2027-03-31T15:00:00Z");
        assertThat(signIn("handler", TestPeople.PASSWORD)).isEqualTo(new Refused(Reason.NO_ROLE_TODAY));
    }

    @Test
    void whoHoldsARoleIsAMatterOfTheDay() {
        assertThat(people.holding(Role.WITNESS, TestPeople.FROM))
                .extracting(Person::account)
                .containsExactly("witness");
        assertThat(people.holding(Role.WITNESS, TestPeople.FROM.minusDays(1))).isEmpty();
        assertThat(people.holding(Role.WITNESS, TestPeople.UNTIL.plusDays(1))).isEmpty();
        assertThat(people.person("nobody")).isEmpty();
    }

    @Test
    void nobodyActsInARoleTheyDoNotHold() {
        Person handler = people.person("handler").orElseThrow();

        assertThat(handler.holds(Role.PRIVACY_MANAGER, TODAY)).isFalse();
        assertThat(handler.post(TODAY)).isEqualTo("主事");
        assertThatThrownBy(() -> handler.as(Role.PRIVACY_MANAGER, TODAY)).hasMessageContaining("PRIVACY_MANAGER");
    }

    @Test
    void anAccountIsAddedByTheRules() {
        List<Appointment> one = List.of(new Appointment("主事", Role.HANDLER, TestPeople.FROM, TestPeople.UNTIL));
        Actor by = Actor.machine("test");

        assertThatThrownBy(() -> people.add("Bad Name", "架空", "123456789012", one, by))
                .hasMessageContaining("アカウント名");
        assertThatThrownBy(() -> people.add("new", " ", "123456789012", one, by))
                .hasMessageContaining("氏名");
        assertThatThrownBy(() -> people.add("new", "架空", "12345678901", one, by))
                .hasMessageContaining("12文字");
        assertThatThrownBy(() -> people.add("new", "架空", "あ".repeat(25), one, by))
                .hasMessageContaining("72");
        assertThatThrownBy(() -> people.add("new", "架空", "my-new-password", one, by))
                .hasMessageContaining("含めない");
        assertThatThrownBy(() -> people.add("new", "架空", "123456789012", List.of(), by))
                .hasMessageContaining("役割");
        assertThatThrownBy(() -> people.add("handler", "架空", "123456789012", one, by))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(people.person("handler").orElseThrow().name()).isEqualTo("架空 花子");
    }

    @Test
    void invariant3_namesAndPasswordsAreNotReadableInTheLedger() {
        String kept = ledger.jdbc()
                .sql("select name, password from account where account = 'handler'")
                .query((row, number) ->
                        new String(row.getBytes("name"), StandardCharsets.UTF_8) + row.getString("password"))
                .single();

        assertThat(kept).doesNotContain("花子", TestPeople.PASSWORD).contains("$2a$");
        assertThat(people.person("handler").orElseThrow().toString()).doesNotContain("花子");
    }

    @Test
    void invariant8_everySignInAndEveryRefusalIsInTheChain() {
        signIn("handler", TestPeople.PASSWORD);
        signIn("handler", "wrong");
        signIn("typed-my-password-here", "x");

        assertThat(exported())
                .contains("\"verb\":\"person-added\",\"subject\":\"handler\"")
                .contains("\"account\":\"handler\",\"post\":\"主事\",\"role\":\"HANDLER\",\"verb\":\"signed-in\"")
                .contains("\"verb\":\"sign-in-refused\",\"subject\":\"handler\",\"facts\":{\"reason\":\"WRONG\"}")
                .contains("\"verb\":\"sign-in-refused\",\"subject\":\"unknown account\"")
                .doesNotContain("typed-my-password-here", "花子", TestPeople.PASSWORD);
    }

    @Test
    void invariant8_anAccountThatCannotBeRecordedIsNotAdded() {
        ledger.jdbc().sql("drop table chain_salt").update();
        List<Appointment> one = List.of(new Appointment("主事", Role.HANDLER, TestPeople.FROM, TestPeople.UNTIL));

        assertThatThrownBy(() -> people.add("new", "架空", "123456789012", one, Actor.machine("test")))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);

        assertThat(people.person("new")).isEmpty();
    }

    private SignIn signIn(String account, String password) {
        return people.signIn(account, password.toCharArray());
    }

    private void miss(String account, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn(account, "wrong")).isEqualTo(new Refused(Reason.WRONG));
        }
    }

    private String exported() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock()).export(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Tokyo");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(now, zone);
            }
        };
    }
}

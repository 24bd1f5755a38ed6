package jp.kakehashi.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of accounts and appointments. Names are sealed. */
final class PeopleTable {

    private static final String ADD = """
            insert into account (account, name, password, wrong_passwords)
            values (:account, :name, :password, 0)
            """;
    private static final String APPOINT = """
            insert into appointment (account, post, role, from_day, until_day)
            values (:account, :post, :role, :from, :until)
            """;
    private static final String NAME = "select name from account where account = :account";
    private static final String LOCK =
            "select password, wrong_passwords, locked_until from account where account = :account for update";
    private static final String NOTE_ATTEMPT = """
            update account set wrong_passwords = :wrong, locked_until = :lockedUntil where account = :account
            """;
    private static final String APPOINTMENTS = """
            select post, role, from_day, until_day from appointment
            where account = :account order by from_day, role
            """;
    private static final String HOLDING = """
            select distinct account from appointment
            where role = :role and from_day <= :day and until_day >= :day order by account
            """;

    private static final String SEALED_NAME = "account.name/";

    private final JdbcClient jdbc;
    private final Vault vault;

    PeopleTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(Person person, String passwordHash) {
        jdbc.sql(ADD)
                .param("account", person.account())
                .param("name", vault.sealText(person.name(), SEALED_NAME + person.account()))
                .param("password", passwordHash)
                .update();
        person.appointments().forEach(appointment -> appoint(person.account(), appointment));
    }

    Optional<Person> person(String account) {
        return jdbc.sql(NAME)
                .param("account", account)
                .query(byte[].class)
                .optional()
                .map(name -> new Person(account, vault.openText(name, SEALED_NAME + account), appointments(account)));
    }

    List<Person> holding(Role role, LocalDate day) {
        List<String> accounts = jdbc.sql(HOLDING)
                .param("role", role.name())
                .param("day", day)
                .query(String.class)
                .list();
        return accounts.stream().map(this::person).flatMap(Optional::stream).toList();
    }

    /** What sign-in needs to know; others who try the same account wait until this transaction ends. */
    Optional<Credentials> lock(String account) {
        return jdbc.sql(LOCK)
                .param("account", account)
                .query(PeopleTable::credentials)
                .optional();
    }

    void noteAttempt(String account, int wrongPasswords, Optional<Instant> lockedUntil) {
        jdbc.sql(NOTE_ATTEMPT)
                .param("account", account)
                .param("wrong", wrongPasswords)
                .param(
                        "lockedUntil",
                        lockedUntil.map(until -> until.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    void appoint(String account, Appointment appointment) {
        jdbc.sql(APPOINT)
                .param("account", account)
                .param("post", appointment.post())
                .param("role", appointment.role().name())
                .param("from", appointment.from())
                .param("until", appointment.until())
                .update();
    }

    private List<Appointment> appointments(String account) {
        return jdbc.sql(APPOINTMENTS)
                .param("account", account)
                .query((row, number) -> new Appointment(
                        row.getString("post"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .list();
    }

    private static Credentials credentials(ResultSet row, int number) throws SQLException {
        return new Credentials(
                row.getString("password"),
                row.getInt("wrong_passwords"),
                Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** A password's hash, how often it was missed in a row, and until when the account is locked. */
    record Credentials(String passwordHash, int wrongPasswords, Optional<Instant> lockedUntil) {

        boolean lockedAt(Instant now) {
            return lockedUntil.filter(now::isBefore).isPresent();
        }
    }
}

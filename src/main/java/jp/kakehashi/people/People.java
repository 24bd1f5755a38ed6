package jp.kakehashi.people;

import java.nio.CharBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kakehashi.people.PeopleTable.Credentials;
import jp.kakehashi.people.SignIn.Admitted;
import jp.kakehashi.people.SignIn.Reason;
import jp.kakehashi.people.SignIn.Refused;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people with accounts. Signing in:
 *
 * <ol>
 *   <li>The account's row is locked, so that guesses at one account are counted one after the other.
 *   <li>The password is hashed and compared in every case, also for an account that does not exist or is locked, so that
 *       the time taken tells nothing.
 *   <li>The fifth wrong password in a row locks the account for 15 minutes.
 *   <li>Whoever has no appointment for today is refused.
 *   <li>The attempt, admitted or refused, goes into the chain in the same transaction.
 * </ol>
 */
@Component
public class People {

    private static final int MOST_WRONG_PASSWORDS = 5;
    private static final Duration LOCK_OUT = Duration.ofMinutes(15);

    private final PeopleTable table;
    private final TransactionTemplate transaction;
    private final Chain chain;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String nobodysHash;

    /** People in the ledger behind both the client and the transaction manager; days are those of the clock's zone. */
    public People(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            Chain chain,
            PasswordEncoder encoder,
            Clock clock) {
        this.table = new PeopleTable(jdbc, vault);
        this.transaction = new TransactionTemplate(transactions);
        this.chain = chain;
        this.encoder = encoder;
        this.clock = clock;
        this.nobodysHash = encoder.encode("nobody has this password");
    }

    /**
     * Adds an account.
     *
     * @param account 2 to 50 of lower-case letters, digits, dot, hyphen, underscore; starts with a letter or digit
     * @param name the person's name
     * @param password 12 characters at least, 72 bytes at most
     * @param appointments one at least
     * @param by who adds it
     * @throws IllegalArgumentException if one of these rules is broken
     * @throws org.springframework.dao.DuplicateKeyException if the account exists
     */
    public void add(String account, String name, String password, List<Appointment> appointments, Actor by) {
        AccountRules.require(account, name, password, appointments);
        String hash = encoder.encode(password);
        transaction.executeWithoutResult(status -> {
            table.add(new Person(account, name, appointments), hash);
            chain.append(
                    by,
                    new Act(
                            "person-added",
                            account,
                            Map.of("appointments", written(appointments)),
                            Map.of("name", name)));
        });
    }

    /**
     * Appoints somebody who has an account anew, for the next fiscal year or to a further role.
     *
     * @param appointments one at least
     * @param by who does it
     * @throws IllegalArgumentException if there is no such account or no appointment
     * @throws org.springframework.dao.DuplicateKeyException if the role is held from the same day on already
     */
    public void appoint(String account, List<Appointment> appointments, Actor by) {
        if (appointments.isEmpty() || table.person(account).isEmpty()) {
            throw new IllegalArgumentException("そのアカウントはありません / there is no such account: " + account);
        }
        transaction.executeWithoutResult(status -> {
            appointments.forEach(one -> table.appoint(account, one));
            chain.append(by, new Act("person-appointed", account, Map.of("appointments", written(appointments))));
        });
    }

    /**
     * Somebody tries to sign in, at the door or as a witness.
     *
     * @param account as typed
     * @param password as typed; the caller may wipe it afterwards
     */
    public SignIn signIn(String account, char[] password) {
        return transaction.execute(status -> {
            Optional<Credentials> credentials =
                    AccountRules.isAccount(account) ? table.lock(account) : Optional.empty();
            String hash = credentials.map(Credentials::passwordHash).orElse(nobodysHash);
            boolean right = encoder.matches(CharBuffer.wrap(password), hash);
            return credentials.map(known -> judge(account, known, right)).orElseGet(() -> refuseStranger(account));
        });
    }

    /** The person of an account. */
    public Optional<Person> person(String account) {
        return table.person(account);
    }

    /** Everybody who has that role on that day, by account. */
    public List<Person> holding(Role role, LocalDate day) {
        return table.holding(role, day);
    }

    private SignIn judge(String account, Credentials credentials, boolean right) {
        Instant now = clock.instant();
        if (credentials.lockedAt(now)) {
            return refuse(account, Reason.LOCKED);
        }
        if (!right) {
            int wrong = credentials.wrongPasswords() + 1;
            boolean tooMany = wrong >= MOST_WRONG_PASSWORDS;
            table.noteAttempt(
                    account, tooMany ? 0 : wrong, tooMany ? Optional.of(now.plus(LOCK_OUT)) : Optional.empty());
            return refuse(account, Reason.WRONG);
        }
        table.noteAttempt(account, 0, Optional.empty());
        return admit(account);
    }

    private SignIn admit(String account) {
        LocalDate today = LocalDate.now(clock);
        Person person = table.person(account).orElseThrow();
        Optional<Role> first = person.roles(today).stream().min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return refuse(account, Reason.NO_ROLE_TODAY);
        }
        chain.append(person.as(first.get(), today), new Act("signed-in", account));
        return new Admitted(person);
    }

    private SignIn refuse(String account, Reason reason) {
        chain.append(door(), new Act("sign-in-refused", account, Map.of("reason", reason.name())));
        return new Refused(reason);
    }

    /** What was typed may be anything, even a password: it is kept as a commitment only. */
    private SignIn refuseStranger(String typed) {
        chain.append(
                door(),
                new Act(
                        "sign-in-refused",
                        "unknown account",
                        Map.of("reason", Reason.WRONG.name()),
                        Map.of("typed", typed)));
        return new Refused(Reason.WRONG);
    }

    private static Actor door() {
        return Actor.machine("sign-in");
    }

    private static String written(List<Appointment> appointments) {
        return appointments.stream()
                .map(one -> one.role() + " " + one.from() + ".." + one.until() + " " + one.post())
                .collect(Collectors.joining("; "));
    }
}

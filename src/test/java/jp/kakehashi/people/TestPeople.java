package jp.kakehashi.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Vault;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A fictitious office: one person a role, designated for the fiscal year 2026, all with the same password. */
public final class TestPeople {

    /** Everybody's password. */
    public static final String PASSWORD = "架空のパスワード2026";

    /** The first day of everybody's appointment. */
    public static final LocalDate FROM = LocalDate.of(2026, 4, 1);

    /** The last day of everybody's appointment. */
    public static final LocalDate UNTIL = LocalDate.of(2027, 3, 31);

    private TestPeople() {}

    /** People without anybody; passwords are hashed cheaply. */
    public static People nobody(TestLedger ledger, Vault vault, Clock clock) {
        Chain chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        return new People(
                ledger.jdbc(), ledger.transactionManager(), vault, chain, new BCryptPasswordEncoder(4), clock);
    }

    /**
     * The office: accounts {@code handler}, {@code witness}, {@code manager}, {@code auditor}, {@code operations} and
     * {@code receiver}.
     */
    public static People office(TestLedger ledger, Vault vault, Clock clock) {
        People people = nobody(ledger, vault, clock);
        add(people, "handler", "架空 花子", "主事", Role.HANDLER);
        add(people, "witness", "架空 太郎", "係長", Role.WITNESS);
        add(people, "manager", "架空 次郎", "課長", Role.PRIVACY_MANAGER);
        add(people, "auditor", "架空 三郎", "主査", Role.AUDITOR);
        add(people, "operations", "架空 四郎", "技師", Role.OPERATIONS);
        add(people, "receiver", "架空 五郎", "統括審査官", Role.RECEIVER);
        return people;
    }

    private static void add(People people, String account, String name, String post, Role role) {
        people.add(account, name, PASSWORD, List.of(new Appointment(post, role, FROM, UNTIL)), Actor.machine("test"));
    }
}

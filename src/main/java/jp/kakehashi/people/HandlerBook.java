package jp.kakehashi.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of handlers (取扱者指定簿): who handles the information and who stands by, and the chief's designation of each. */
@Component
public class HandlerBook {

    private static final String ON_THE_LIST = """
            from appointment where role in ('HANDLER', 'WITNESS', 'PRIVACY_MANAGER', 'DEPUTY') and until_day >= :today
            """;

    private static final String LINES = "select * " + ON_THE_LIST + " order by role, from_day, account";

    private static final String OPEN =
            "select account, role, from_day " + ON_THE_LIST + " and designated_on is null order by account, role";

    private static final String DESIGNATE = """
            update appointment set designated_by = :by, designated_on = :today
            where account = :account and role = :role and from_day = :from and designated_on is null
            """;

    private static final String SUBJECT = "handlers";

    private final JdbcClient ledger;
    private final TransactionTemplate transaction;
    private final People people;
    private final Chain chain;
    private final Clock clock;

    /** The list in the ledger behind both the client and the transaction manager. */
    public HandlerBook(
            JdbcClient ledger, PlatformTransactionManager transactions, People people, Chain chain, Clock clock) {
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
        this.people = people;
        this.chain = chain;
        this.clock = clock;
    }

    /** Every line that is valid today or will be, with the chief's own; the look is in the chain. */
    public List<Handler> lines(Actor viewer) {
        return transaction.execute(status -> {
            chain.append(viewer, new Act("handlers-viewed", SUBJECT));
            return ledger.sql(LINES)
                    .param("today", LocalDate.now(clock))
                    .query(this::line)
                    .list();
        });
    }

    /**
     * The 保護管理者 designates everybody on the list who is not designated yet.
     *
     * @param chief in that role
     * @return how many lines
     * @throws IllegalArgumentException if somebody else tries
     */
    public int designate(Actor chief) {
        if (!chief.role().equals(Role.PRIVACY_MANAGER.name())) {
            throw new IllegalArgumentException(chief + " is no 保護管理者");
        }
        return transaction.execute(status -> {
            List<Open> open = ledger.sql(OPEN)
                    .param("today", LocalDate.now(clock))
                    .query(Open.class)
                    .list();
            open.forEach(one -> designate(one, chief));
            return open.size();
        });
    }

    private void designate(Open one, Actor chief) {
        ledger.sql(DESIGNATE)
                .param("by", chief.account())
                .param("today", LocalDate.now(clock))
                .param("account", one.account())
                .param("role", one.role())
                .param("from", one.fromDay())
                .update();
        Map<String, String> facts =
                Map.of("role", one.role(), "from", one.fromDay().toString());
        chain.append(chief, new Act("handler-designated", one.account(), facts));
    }

    private Handler line(ResultSet row, int number) throws SQLException {
        String account = row.getString("account");
        LocalDate on = row.getObject("designated_on", LocalDate.class);
        String by = row.getString("designated_by");
        return new Handler(
                account,
                name(account),
                new Appointment(
                        row.getString("post"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)),
                Optional.ofNullable(on).map(day -> new Handler.Designation(name(by), day)));
    }

    private String name(String account) {
        return people.person(account).map(Person::name).orElseThrow();
    }

    private record Open(String account, String role, LocalDate fromDay) {}
}

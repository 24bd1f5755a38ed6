package jp.kakehashi.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;
import jp.kakehashi.calendar.FiscalYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the next fiscal year has the people without whom nothing can be sent on its first day. Appointments end with
 * their year, so from 15 March on a gap is told.
 */
@Component
public class Succession {

    private static final MonthDay FROM = MonthDay.of(Month.MARCH, 15);
    private static final int FEWEST_HANDLERS = 2;

    private static final String HOLDING = """
            select count(distinct account) from appointment
            where role = :role and from_day <= :day and until_day >= :day
            """;

    private final JdbcClient ledger;
    private final Clock clock;

    /** The succession in the ledger behind the client; days are those of the clock's zone. */
    public Succession(JdbcClient ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Too few people for the next fiscal year.
     *
     * @param first its first day
     * @param handlers how many 取扱者 are valid on it; two are needed
     * @param managers how many 保護管理者; one is needed
     */
    public record Gap(LocalDate first, int handlers, int managers) {}

    /** The gap to tell of today; empty before 15 March, and where nobody is missing. */
    public Optional<Gap> gap() {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = FiscalYear.of(today).next().first();
        if (today.isBefore(FROM.atYear(first.getYear()))) {
            return Optional.empty();
        }
        Gap gap = new Gap(first, holding(Role.HANDLER, first), holding(Role.PRIVACY_MANAGER, first));
        return Optional.of(gap).filter(one -> one.handlers() < FEWEST_HANDLERS || one.managers() < 1);
    }

    private int holding(Role role, LocalDate day) {
        return ledger.sql(HOLDING)
                .param("role", role.name())
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}

package jp.kakehashi.shipment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.calendar.BusinessDays;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cadence of ②: one a month, from the first business day on; where the parties agreed on nil notices, one of these in a
 * month without anyone. Nothing is drafted by itself; the office is reminded.
 */
@Service
@Profile("ward")
public class Monthly {

    private static final String DRAFTED = """
            select count(*) from shipment
            where kind in (:kinds) and drafted_at >= :since and state not in ('CANCELLED', 'NOT_DELIVERED')
            """;

    private final JdbcClient ledger;
    private final Cases cases;
    private final Agreements agreements;
    private final BusinessDays businessDays;
    private final Clock clock;

    Monthly(JdbcClient ledger, Cases cases, Agreements agreements, BusinessDays businessDays, Clock clock) {
        this.ledger = ledger;
        this.cases = cases;
        this.agreements = agreements;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /**
     * This month, if its ② is still to be drafted: its first business day has come, ② may be sent today, somebody might
     * stand in it or a nil notice is owed, and neither was drafted this month that is not given up or not delivered.
     */
    @Transactional(readOnly = true)
    public Optional<YearMonth> undrafted() {
        LocalDate today = LocalDate.now(clock);
        YearMonth month = YearMonth.from(today);
        Agreement agreement = agreements.only();
        boolean due = !today.isBefore(businessDays.firstOfMonth(month))
                && agreement.covers(DocumentKind.PROVISION, today)
                && agreement.holdsOn(today);
        boolean owed = hasSomebody(agreement) || agreement.covers(DocumentKind.NIL_NOTICE, today);
        return due && owed && !isDrafted(DocumentKind.PROVISION, DocumentKind.NIL_NOTICE)
                ? Optional.of(month)
                : Optional.empty();
    }

    /** Whether a document of one of these kinds was drafted this month that is not given up or not delivered. */
    boolean isDrafted(DocumentKind... kinds) {
        YearMonth month = YearMonth.now(clock);
        return ledger.sql(DRAFTED)
                        .param("kinds", Arrays.stream(kinds).map(Enum::name).toList())
                        .param(
                                "since",
                                Timestamp.from(month.atDay(1)
                                        .atStartOfDay(clock.getZone())
                                        .toInstant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean hasSomebody(Agreement agreement) {
        Set<CaseState> states = cases.counts().byState().keySet();
        return cases.countFree() > 0
                || states.contains(CaseState.CANDIDATE)
                || (agreement.documents().provisionIsFullList() && states.contains(CaseState.PROVIDED));
    }
}

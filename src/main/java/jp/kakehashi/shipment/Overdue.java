package jp.kakehashi.shipment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.calendar.BusinessDays;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was sent and not acknowledged within the agreed business days ({@code clocks.acknowledgement}): shown until it is
 * settled, and written into the chain once. A nil notice asks for no acknowledgement.
 */
@Service
@Profile("ward")
public class Overdue {

    private static final Actor ROUTE = Actor.machine("ward-45-overdue");

    private static final String UNACKNOWLEDGED = """
            select control_number, agreement, posted_at from shipment
            where posted_at is not null and acknowledged_at is null and state not in ('CANCELLED', 'NOT_DELIVERED')
                and kind <> 'NIL_NOTICE'
            """;
    private static final String NOT_ALARMED = UNACKNOWLEDGED + " and alarmed_at is null";
    private static final String ALARMED =
            "update shipment set alarmed_at = :at where control_number = :number and alarmed_at is null";

    private final JdbcClient ledger;
    private final Agreements agreements;
    private final BusinessDays businessDays;
    private final Acts acts;
    private final Clock clock;

    Overdue(JdbcClient ledger, Agreements agreements, BusinessDays businessDays, Acts acts, Clock clock) {
        this.ledger = ledger;
        this.agreements = agreements;
        this.businessDays = businessDays;
        this.acts = acts;
        this.clock = clock;
    }

    /** Sent, and not yet acknowledged. */
    private record Sent(String number, String agreement, LocalDate on) {}

    /** The control numbers of what should have been acknowledged by now, in their order. */
    public List<String> numbers() {
        return overdue(UNACKNOWLEDGED).stream().map(Sent::number).toList();
    }

    /** Writes each that has become overdue into the chain, once. */
    @Transactional
    public void alarm() {
        for (Sent sent : overdue(NOT_ALARMED)) {
            int first = ledger.sql(ALARMED)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("number", sent.number())
                    .update();
            if (first == 1) {
                acts.note(
                        ROUTE,
                        "acknowledgement-overdue",
                        sent.number(),
                        Map.of("sent", sent.on().toString()));
            }
        }
    }

    private List<Sent> overdue(String which) {
        LocalDate today = LocalDate.now(clock);
        return ledger
                .sql(which + " order by control_number")
                .query((row, index) -> new Sent(
                        row.getString("control_number"),
                        row.getString("agreement"),
                        LocalDate.ofInstant(row.getTimestamp("posted_at").toInstant(), clock.getZone())))
                .list()
                .stream()
                .filter(sent -> today.isAfter(lastDay(sent)))
                .toList();
    }

    private LocalDate lastDay(Sent sent) {
        int days = agreements.of(sent.agreement()).clocks().acknowledgement();
        return businessDays.plus(sent.on(), days);
    }
}

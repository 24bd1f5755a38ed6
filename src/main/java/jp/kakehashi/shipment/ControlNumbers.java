package jp.kakehashi.shipment;

import java.time.Clock;
import java.time.LocalDate;
import jp.kakehashi.calendar.FiscalYear;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 送付番号: one series a fiscal year over all kinds of documents, {@code R8-001}; a number is never used twice. */
@Component
@Profile("ward")
class ControlNumbers {

    private static final String OPEN =
            "insert into control_number (series, last_number) values (:series, 0) on conflict do nothing";
    private static final String ADVANCE =
            "update control_number set last_number = last_number + 1 where series = :series";
    private static final String LAST = "select last_number from control_number where series = :series";

    private final JdbcClient ledger;
    private final Clock clock;

    ControlNumbers(JdbcClient ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The next number; inside the transaction that uses it, so that a rollback gives it back. */
    String next() {
        String series = FiscalYear.of(LocalDate.now(clock)).label();
        ledger.sql(OPEN).param("series", series).update();
        ledger.sql(ADVANCE).param("series", series).update();
        int number =
                ledger.sql(LAST).param("series", series).query(Integer.class).single();
        return "%s-%03d".formatted(series, number);
    }
}

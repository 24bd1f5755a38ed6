package jp.kakehashi.shipment;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which step is next for what cannot be opened; the report that it cannot begins the order. */
@Component
@Profile("ward")
class Remedies {

    private static final String BEGIN = """
            update shipment set state = 'UNREADABLE', remedy = 'CALL_AGAIN'
            where control_number = :number and state in ('POSTED', 'OUTCOME_UNKNOWN')
            """;
    private static final String STEP = """
            update shipment set remedy = :next
            where control_number = :number and state = 'UNREADABLE' and remedy = :done
            """;
    private static final String NEXT =
            "select remedy from shipment where control_number = :number and state = 'UNREADABLE'";

    private final JdbcClient ledger;

    Remedies(JdbcClient ledger) {
        this.ledger = ledger;
    }

    /** It cannot be opened; whether it was, or may have been, sent. */
    boolean begin(String number) {
        return ledger.sql(BEGIN).param("number", number).update() == 1;
    }

    /** A step was taken; whether it was the next one. */
    boolean taken(String number, Remedy done, Remedy next) {
        return ledger.sql(STEP)
                        .param("next", next.name())
                        .param("number", number)
                        .param("done", done.name())
                        .update()
                == 1;
    }

    /** The next step; nothing unless it cannot be opened. */
    Optional<Remedy> next(String number) {
        return ledger.sql(NEXT)
                .param("number", number)
                .query(String.class)
                .optional()
                .map(Remedy::valueOf);
    }
}

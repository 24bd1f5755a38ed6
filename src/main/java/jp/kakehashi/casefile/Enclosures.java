package jp.kakehashi.casefile;

import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which shipment holds a case: at most one of a kind. */
@Component
@Profile("ward")
class Enclosures {

    private static final String ENCLOSE = """
            insert into case_enclosure (case_id, kind, control_number) values (:case, :kind, :number)
            on conflict do nothing
            """;
    private static final String RELEASE =
            "delete from case_enclosure where case_id = :case and kind = :kind and control_number = :number";

    private final JdbcClient ledger;

    Enclosures(JdbcClient ledger) {
        this.ledger = ledger;
    }

    /** Whether the case was free. */
    boolean enclose(UUID caseId, String controlNumber) {
        return run(ENCLOSE, caseId, controlNumber);
    }

    /** Whether the shipment held the case. */
    boolean release(UUID caseId, String controlNumber) {
        return run(RELEASE, caseId, controlNumber);
    }

    private boolean run(String sql, UUID caseId, String controlNumber) {
        return ledger.sql(sql)
                        .param("case", caseId)
                        .param("kind", DocumentKind.PROVISION.name())
                        .param("number", controlNumber)
                        .update()
                == 1;
    }
}

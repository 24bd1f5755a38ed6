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
    private static final String ENCLOSE_AGAIN = """
            update case_enclosure set told_in = control_number, control_number = :number
            where case_id = :case and kind = :kind and control_number = :told
            """;
    private static final String BACK_TO_EARLIER = """
            update case_enclosure set control_number = told_in, told_in = null
            where case_id = :case and kind = :kind and control_number = :number and told_in is not null
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

    /** Whether the case was in the shipment that has told the bureau; that one is kept in mind. */
    boolean encloseAgain(UUID caseId, String controlNumber, String toldIn) {
        return statement(ENCLOSE_AGAIN, caseId, controlNumber)
                        .param("told", toldIn)
                        .update()
                == 1;
    }

    /** Whether the shipment held the case. Of whom an earlier one has told the bureau goes back to that one. */
    boolean release(UUID caseId, String controlNumber) {
        return run(BACK_TO_EARLIER, caseId, controlNumber) || run(RELEASE, caseId, controlNumber);
    }

    private boolean run(String sql, UUID caseId, String controlNumber) {
        return statement(sql, caseId, controlNumber).update() == 1;
    }

    private JdbcClient.StatementSpec statement(String sql, UUID caseId, String controlNumber) {
        return ledger.sql(sql)
                .param("case", caseId)
                .param("kind", DocumentKind.PROVISION.name())
                .param("number", controlNumber);
    }
}

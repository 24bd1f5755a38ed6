package jp.kakehashi.casefile;

import java.sql.Timestamp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why cases are excluded: code and date, which is all that is kept of an excluded person. */
@Component
@Profile("ward")
class Exclusions {

    private static final String OF =
            "select reason, detail from case_exclusion where case_id = :case order by reason, detail";
    private static final String FORGET = "delete from case_exclusion where case_id = :case";
    private static final String ADD =
            "insert into case_exclusion (case_id, reason, detail, since) values (:case, :reason, :detail, :since)";
    private static final String BY_REASON = """
            select x.reason as name, count(distinct x.case_id) as number from case_exclusion x
            join case_file c on c.id = x.case_id where c.state = 'EXCLUDED' group by x.reason
            """;
    private static final String BY_STATE = "select state as name, count(*) as number from case_file group by state";

    private final JdbcClient ledger;

    Exclusions(JdbcClient ledger) {
        this.ledger = ledger;
    }

    List<Rejection> of(UUID caseId) {
        return ledger.sql(OF)
                .param("case", caseId)
                .query((row, index) -> new Rejection(Reason.valueOf(row.getString("reason")), row.getString("detail")))
                .list();
    }

    /** Writes the reasons that the case has now, with the date, unless they are those it had. */
    void replace(CaseFile file) {
        LinkedHashSet<Rejection> now = new LinkedHashSet<>(file.exclusions());
        if (now.equals(new LinkedHashSet<>(of(file.id())))) {
            return;
        }
        ledger.sql(FORGET).param("case", file.id()).update();
        for (Rejection rejection : now) {
            ledger.sql(ADD)
                    .param("case", file.id())
                    .param("reason", rejection.reason().name())
                    .param("detail", rejection.detail())
                    .param("since", Timestamp.from(file.asOf()))
                    .update();
        }
    }

    Counts counts() {
        Map<CaseState, Integer> byState = new TreeMap<>();
        numbers(BY_STATE).forEach((name, number) -> byState.put(CaseState.valueOf(name), number));
        Map<Reason, Integer> byReason = new TreeMap<>();
        numbers(BY_REASON).forEach((name, number) -> byReason.put(Reason.valueOf(name), number));
        return new Counts(byState, byReason);
    }

    private Map<String, Integer> numbers(String sql) {
        Map<String, Integer> numbers = new TreeMap<>();
        ledger.sql(sql).query(row -> {
            numbers.put(row.getString("name"), row.getInt("number"));
        });
        return numbers;
    }
}

package jp.kakehashi.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.register.Remarks;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of answers to checklists; nothing in it is ever changed. */
@Component
@Profile("ward")
class ChecklistTable {

    private static final String ADD = """
            insert into checklist_answer
                (id, agreement, line_digest, answer, settled_on, account, post, answered_at)
            values (:id, :agreement, :line, :answer, :on, :account, :post, :at)
            """;

    private static final String ALL =
            "select * from checklist_answer where agreement = :agreement order by answered_at";

    private static final String EVIDENCE = "checklist-evidence/";

    private final JdbcClient ledger;
    private final Remarks remarks;

    ChecklistTable(JdbcClient ledger, Remarks remarks) {
        this.ledger = ledger;
        this.remarks = remarks;
    }

    void add(UUID id, String agreement, String lineDigest, ChecklistAnswer answer) {
        ledger.sql(ADD)
                .param("id", id)
                .param("agreement", agreement)
                .param("line", lineDigest)
                .param("answer", answer.verdict().name())
                .param("on", answer.on())
                .param("account", answer.account())
                .param("post", answer.post())
                .param("at", Timestamp.from(answer.at()))
                .update();
        remarks.keep(EVIDENCE + id, answer.evidence());
    }

    /** The last answer to each line that has one, by the line's digest. */
    Map<String, ChecklistAnswer> latest(String agreement) {
        Map<String, ChecklistAnswer> latest = new HashMap<>();
        ledger.sql(ALL)
                .param("agreement", agreement)
                .query((row, index) -> latest.put(row.getString("line_digest"), answer(row)))
                .list();
        return latest;
    }

    private ChecklistAnswer answer(ResultSet row) throws SQLException {
        return new ChecklistAnswer(
                ChecklistAnswer.Verdict.valueOf(row.getString("answer")),
                row.getObject("settled_on", LocalDate.class),
                remarks.read(EVIDENCE + row.getObject("id", UUID.class)),
                row.getString("account"),
                row.getString("post"),
                row.getTimestamp("answered_at").toInstant());
    }
}

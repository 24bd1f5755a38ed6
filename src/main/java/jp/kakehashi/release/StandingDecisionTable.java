package jp.kakehashi.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of standing decisions. */
@Component
@Profile("ward")
class StandingDecisionTable {

    private static final String ADD = """
            insert into standing_decision
                (id, agreement, kind, decided_at, account, post, document_number, from_day, until_day)
            values (:id, :agreement, :kind, :at, :account, :post, :document, :from, :until)
            """;

    private static final String OF =
            "select * from standing_decision where agreement = :agreement order by from_day desc, decided_at desc";

    private static final String END =
            "update standing_decision set ended_at = :at, ended_by = :by where id = :id and ended_at is null";

    private final JdbcClient ledger;
    private final People people;

    StandingDecisionTable(JdbcClient ledger, People people) {
        this.ledger = ledger;
        this.people = people;
    }

    void add(StandingDecision decision) {
        ledger.sql(ADD)
                .param("id", decision.id())
                .param("agreement", decision.agreement())
                .param("kind", decision.kind().name())
                .param("at", Timestamp.from(decision.at()))
                .param("account", decision.by().account())
                .param("post", decision.by().post())
                .param("document", decision.documentNumber().orElse(null))
                .param("from", decision.from())
                .param("until", decision.until())
                .update();
    }

    Optional<StandingDecision> find(UUID id) {
        return ledger.sql("select * from standing_decision where id = :id")
                .param("id", id)
                .query(this::decision)
                .optional();
    }

    /** All of an agreement, the latest first. */
    List<StandingDecision> of(String agreement) {
        return ledger.sql(OF)
                .param("agreement", agreement)
                .query(this::decision)
                .list();
    }

    /** Whether it had not been ended before. */
    boolean end(UUID id, String account, Instant at) {
        return ledger.sql(END)
                        .param("at", Timestamp.from(at))
                        .param("by", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    private StandingDecision decision(ResultSet row, int index) throws SQLException {
        String account = row.getString("account");
        return new StandingDecision(
                row.getObject("id", UUID.class),
                row.getString("agreement"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getTimestamp("decided_at").toInstant(),
                new Official(
                        account,
                        row.getString("post"),
                        people.person(account).map(Person::name).orElseThrow()),
                Optional.ofNullable(row.getString("document_number")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}

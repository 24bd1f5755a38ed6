package jp.kakehashi.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Remarks;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of decisions and of the chief's looks at them afterwards; nothing in them is ever changed. */
@Component
@Profile("ward")
class DecisionTable {

    private static final String ADD = """
            insert into decision (control_number, decided_at, content_digest, manner, account, post, document_number,
                ceiling_reference, standing)
            values (:number, :at, :digest, :manner, :account, :post, :document, :ceiling, :standing)
            """;

    private static final String SELECT = """
            select d.*, r.reviewed_at, r.account as reviewer, r.post as reviewer_post
            from decision d left join decision_review r on r.control_number = d.control_number
            """;

    private static final String OF = SELECT + " where d.control_number = :number";

    private static final String UNREVIEWED =
            SELECT + " where d.manner = 'DEPUTY' and r.control_number is null order by d.decided_at, d.control_number";

    private static final String REVIEW = """
            insert into decision_review (control_number, reviewed_at, account, post)
            values (:number, :at, :account, :post) on conflict do nothing
            """;

    private static final String ABSENCE = "decision-absence/";

    private final JdbcClient ledger;
    private final StandingDecisionTable standing;
    private final Remarks remarks;
    private final People people;

    DecisionTable(JdbcClient ledger, StandingDecisionTable standing, Remarks remarks, People people) {
        this.ledger = ledger;
        this.standing = standing;
        this.remarks = remarks;
        this.people = people;
    }

    void add(Decision decision) {
        String number = decision.controlNumber();
        ledger.sql(ADD)
                .param("number", number)
                .param("at", Timestamp.from(decision.at()))
                .param("digest", decision.contentDigest())
                .param("manner", decision.manner().name())
                .param("account", decision.by().account())
                .param("post", decision.by().post())
                .param("document", decision.documentNumber().orElse(null))
                .param("ceiling", decision.ceilingReference().orElse(null))
                .param("standing", decision.standing().map(StandingDecision::id).orElse(null))
                .update();
        decision.absence().ifPresent(words -> remarks.keep(ABSENCE + number, words));
    }

    Optional<Decision> find(String number) {
        return ledger.sql(OF).param("number", number).query(this::decision).optional();
    }

    /** What deputies decided and the chief has not looked at, the oldest first. */
    List<Decision> unreviewed() {
        return ledger.sql(UNREVIEWED).query(this::decision).list();
    }

    /** Whether it had not been looked at before. */
    boolean review(String number, Actor by, Instant at) {
        return ledger.sql(REVIEW)
                        .param("number", number)
                        .param("at", Timestamp.from(at))
                        .param("account", by.account())
                        .param("post", by.post())
                        .update()
                == 1;
    }

    private Decision decision(ResultSet row, int index) throws SQLException {
        String number = row.getString("control_number");
        Decision.Manner manner = Decision.Manner.valueOf(row.getString("manner"));
        return new Decision(
                number,
                row.getString("content_digest"),
                row.getTimestamp("decided_at").toInstant(),
                manner,
                official(row.getString("account"), row.getString("post")),
                Optional.ofNullable(row.getString("document_number")),
                Optional.ofNullable(row.getString("ceiling_reference")),
                manner == Decision.Manner.DEPUTY ? Optional.of(remarks.read(ABSENCE + number)) : Optional.empty(),
                Optional.ofNullable(row.getObject("standing", UUID.class)).flatMap(standing::find),
                review(row));
    }

    private Optional<Decision.Review> review(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("reviewed_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Decision.Review(
                        at.toInstant(), official(row.getString("reviewer"), row.getString("reviewer_post"))));
    }

    private Official official(String account, String post) {
        return new Official(
                account, post, people.person(account).map(Person::name).orElseThrow());
    }
}

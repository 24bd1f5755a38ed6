package jp.kakehashi.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what happened to a case, and who looked at it: into its history and into the chain, in the act's transaction. */
@Component
@Profile("ward")
class Trail {

    private static final String ADD = """
            insert into case_history (case_id, seq, happened_at, state, account, why)
            select :case, count(*) + 1, :at, :state, :account, :why from case_history where case_id = :case
            """;
    private static final String OF =
            "select happened_at, state, account, why from case_history where case_id = :case order by seq";

    private final JdbcClient ledger;
    private final Chain chain;
    private final Clock clock;

    Trail(JdbcClient ledger, Chain chain, Clock clock) {
        this.ledger = ledger;
        this.chain = chain;
        this.clock = clock;
    }

    /** A case came to a new state, or new reasons. */
    void moved(CaseFile file, Actor by) {
        String reasons = reasons(file);
        String why = reasons.isEmpty() ? file.enclosedIn().orElse("") : reasons;
        ledger.sql(ADD)
                .param("case", file.id())
                .param("at", Timestamp.from(clock.instant()))
                .param("state", file.state().name())
                .param("account", by.account())
                .param("why", why)
                .update();
        chain.append(
                by,
                new Act(
                        "case-moved",
                        file.id().toString(),
                        Map.of("state", file.state().name(), "why", why)));
    }

    /** Whoever reads history or chain learns no more than whoever sees the case. */
    private static String reasons(CaseFile file) {
        List<Reason> reasons =
                file.exclusions().stream().map(Rejection::reason).distinct().toList();
        return reasons.stream().anyMatch(Reason::isConfidential)
                ? "CONFIDENTIAL"
                : reasons.stream().map(Reason::name).collect(Collectors.joining(","));
    }

    /** An act on a case that does not move it, or a look at it. */
    void noted(String verb, UUID caseId, Actor by, Map<String, String> facts) {
        chain.append(by, new Act(verb, caseId.toString(), facts));
    }

    /** An act on a case, and a named person's words for it, of which only a commitment is kept. */
    void explained(String verb, UUID caseId, Actor by, String reason) {
        chain.append(by, new Act(verb, caseId.toString(), Map.of(), Map.of("reason", reason)));
    }

    /** Somebody was refused something about a person; who it was stays a commitment. */
    void refused(String verb, String reason, Map<String, String> person, Actor by) {
        chain.append(by, new Act(verb, "counter", Map.of("reason", reason), person));
    }

    /** A list that is no list of cases was looked at. */
    void noted(String verb, int rows, Actor by) {
        chain.append(by, new Act(verb, "counter", Map.of("rows", Integer.toString(rows))));
    }

    /** A list was looked at. */
    void listed(CaseState state, int rows, Actor by) {
        chain.append(by, new Act("cases-listed", state.name(), Map.of("rows", Integer.toString(rows))));
    }

    List<CaseEvent> of(UUID caseId) {
        return ledger.sql(OF)
                .param("case", caseId)
                .query((row, index) -> new CaseEvent(
                        row.getTimestamp("happened_at").toInstant(),
                        CaseState.valueOf(row.getString("state")),
                        row.getString("account"),
                        row.getString("why")))
                .list();
    }
}

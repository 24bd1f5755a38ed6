package jp.kakehashi.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 担当者: who is in charge of which open case. Handed over one by one, or all at once when somebody moves to another post. */
@Service
@Profile("ward")
public class Assignments {

    private static final String MOVE = "update case_officer set account = :officer, since = :at where case_id = :case";
    private static final String ADD =
            "insert into case_officer (case_id, account, since) values (:case, :officer, :at)";
    private static final String OPEN =
            "select id from case_file where id in (:ids) and open_key is not null order by id";
    private static final String OPEN_OF = """
            select c.id from case_file c left join case_officer o on o.case_id = c.id
            where c.open_key is not null and coalesce(o.account, '') = :officer order by c.id
            """;
    private static final String LOAD = """
            select coalesce(o.account, '') as officer, count(*) as cases
            from case_file c left join case_officer o on o.case_id = c.id
            where c.open_key is not null group by coalesce(o.account, '')
            """;

    private final JdbcClient ledger;
    private final CaseFiles files;
    private final Trail trail;
    private final Clock clock;

    Assignments(JdbcClient ledger, CaseFiles files, Trail trail, Clock clock) {
        this.ledger = ledger;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Puts an officer in charge of those of these cases that are open, whoever was before.
     *
     * @param officer an account that may handle cases; the caller has made sure of it
     */
    @Transactional
    public void assign(List<UUID> caseIds, String officer, Actor by) {
        files.lock(caseIds);
        for (UUID id : open(caseIds)) {
            Map<String, Object> values = Map.of("case", id, "officer", officer, "at", Timestamp.from(clock.instant()));
            if (ledger.sql(MOVE).params(values).update() == 0) {
                ledger.sql(ADD).params(values).update();
            }
            trail.noted("case-assigned", id, by, Map.of("officer", officer));
        }
    }

    /**
     * Hands every open case of one officer over to another.
     *
     * @param from an account; blank for the cases that nobody is in charge of
     * @param to an account that may handle cases; the caller has made sure of it
     * @return how many
     */
    @Transactional
    public int handOver(String from, String to, Actor by) {
        files.lock(of(from));
        List<UUID> cases = from.equals(to) ? List.of() : of(from);
        assign(cases, to, by);
        return cases.size();
    }

    private List<UUID> of(String officer) {
        return ledger.sql(OPEN_OF).param("officer", officer).query(UUID.class).list();
    }

    private List<UUID> open(List<UUID> caseIds) {
        return caseIds.isEmpty()
                ? List.of()
                : ledger.sql(OPEN).param("ids", caseIds).query(UUID.class).list();
    }

    /** How many open cases each officer has, by account; those without one under the blank. */
    @Transactional(readOnly = true)
    public SortedMap<String, Integer> load() {
        SortedMap<String, Integer> load = new TreeMap<>();
        ledger.sql(LOAD).query(row -> {
            load.put(row.getString("officer"), row.getInt("cases"));
        });
        return load;
    }

    /** Who is in charge of a case. */
    Optional<String> of(UUID caseId) {
        return ledger.sql("select account from case_officer where case_id = :case")
                .param("case", caseId)
                .query(String.class)
                .optional();
    }
}

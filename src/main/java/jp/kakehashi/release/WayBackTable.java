package jp.kakehashi.release;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Remarks;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of decisions that a document of the way back goes although a gate warns; nothing in it is ever changed. */
@Component
@Profile("ward")
class WayBackTable {

    private static final String ADD = """
            insert into way_back (control_number, decided_at, account, post, warnings)
            values (:number, :at, :account, :post, :warnings)
            """;

    private final JdbcClient ledger;
    private final Remarks remarks;

    WayBackTable(JdbcClient ledger, Remarks remarks) {
        this.ledger = ledger;
        this.remarks = remarks;
    }

    void add(String controlNumber, List<Obstacle> warnings, String reason, Actor by, Instant at) {
        ledger.sql(ADD)
                .param("number", controlNumber)
                .param("at", Timestamp.from(at))
                .param("account", by.account())
                .param("post", by.post())
                .param("warnings", written(warnings))
                .update();
        remarks.keep("way-back/" + controlNumber + "/" + at, reason);
    }

    /** Whether some decision knew all of these warnings: one that came up later needs a decision of its own. */
    boolean decided(String controlNumber, List<Obstacle> warnings) {
        return ledger
                .sql("select warnings from way_back where control_number = :number")
                .param("number", controlNumber)
                .query(String.class)
                .list()
                .stream()
                .map(known -> Set.copyOf(Arrays.asList(known.split(","))))
                .anyMatch(known -> known.containsAll(names(warnings)));
    }

    /** The kinds of warnings, in order, parted by commas. */
    static String written(List<Obstacle> warnings) {
        return names(warnings).stream().sorted().collect(Collectors.joining(","));
    }

    private static Set<String> names(List<Obstacle> warnings) {
        return warnings.stream().map(warning -> warning.why().name()).collect(Collectors.toSet());
    }
}

package jp.kakehashi.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases that an officer set apart because a circumstance of the proviso applies. The source knows nothing of it, so that no
 * finding ends it: only the manager does. Which circumstance it is, is kept nowhere.
 */
@Component
@Profile("ward")
class Circumstances {

    private static final Rejection APPLIES = Rejection.of(Reason.SPECIAL_CIRCUMSTANCES);
    private static final String STANDS = "select count(*) from case_circumstance where case_id = :case";
    private static final String ADD = "insert into case_circumstance (case_id, since) values (:case, :since)";
    private static final String END = "delete from case_circumstance where case_id = :case";

    private final JdbcClient ledger;
    private final CaseFiles files;
    private final Trail trail;
    private final Clock clock;

    Circumstances(JdbcClient ledger, CaseFiles files, Trail trail, Clock clock) {
        this.ledger = ledger;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    boolean standFor(UUID caseId) {
        return ledger.sql(STANDS).param("case", caseId).query(Integer.class).single() > 0;
    }

    /** These reasons to keep a case out, and that of the circumstance if one stands. */
    List<Rejection> with(List<Rejection> reasons, UUID caseId) {
        if (!standFor(caseId)) {
            return reasons;
        }
        Set<Rejection> all = new LinkedHashSet<>(reasons);
        all.add(APPLIES);
        return List.copyOf(all);
    }

    /** Excludes a case that was not provided, also one in a shipment that is not posted yet, until {@link #end}. */
    void setApart(CaseFile file, Actor by) {
        if (standFor(file.id())) {
            return;
        }
        ledger.sql(ADD)
                .param("case", file.id())
                .param("since", Timestamp.from(clock.instant()))
                .update();
        CaseFile apart = file.excluded(with(file.exclusions(), file.id()));
        files.update(apart);
        trail.moved(apart, by);
    }

    /**
     * The manager's word that none applies any longer. The next answer of the source decides about the case.
     *
     * @param reason in words; goes into the chain as a commitment
     * @return whether one stood
     */
    boolean end(UUID caseId, String reason, Actor by) {
        files.lock(List.of(caseId));
        boolean ended = ledger.sql(END).param("case", caseId).update() > 0;
        if (ended) {
            trail.explained("case-circumstance-ended", caseId, by, reason);
        }
        return ended;
    }
}

package jp.kakehashi.source;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of the source: how far it was read, and one keyed digest a person. */
@Component
@Profile("ward")
class SourceLedger {

    private static final String WATERMARK = "select read_until from source_watermark where id = 1";
    private static final String ADVANCE =
            "update source_watermark set read_until = :until where id = 1 and read_until < :until";
    private static final String START =
            "insert into source_watermark (id, read_until) values (1, :until) on conflict do nothing";
    private static final String DIGEST = "select facts_digest from source_person where person_key = :person";
    private static final String CHANGE = "update source_person set facts_digest = :digest where person_key = :person";
    private static final String REMEMBER =
            "insert into source_person (person_key, facts_digest) values (:person, :digest) on conflict do nothing";

    private final JdbcClient ledger;

    SourceLedger(JdbcClient ledger) {
        this.ledger = ledger;
    }

    Optional<Instant> watermark() {
        return ledger.sql(WATERMARK).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    void advance(Instant until) {
        Timestamp parameter = Timestamp.from(until);
        if (ledger.sql(START).param("until", parameter).update() == 0) {
            ledger.sql(ADVANCE).param("until", parameter).update();
        }
    }

    Optional<String> digest(String personKey) {
        return ledger.sql(DIGEST).param("person", personKey).query(String.class).optional();
    }

    void remember(String personKey, String digest) {
        int changed = ledger.sql(CHANGE)
                .param("person", personKey)
                .param("digest", digest)
                .update();
        if (changed == 0) {
            ledger.sql(REMEMBER)
                    .param("person", personKey)
                    .param("digest", digest)
                    .update();
        }
    }
}

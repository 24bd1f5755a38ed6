package jp.kakehashi.source;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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
    private static final String REMEMBER = """
            insert into source_person (person_key, facts_digest, seen_at) values (:person, :digest, :at)
            on conflict do nothing
            """;
    private static final String SEEN =
            "update source_person set seen_at = :at, vanished_at = null where person_key in (:people)";
    private static final String VANISHED =
            "update source_person set vanished_at = :at where person_key in (:people) and vanished_at is null";
    private static final String KNOWN = "select count(*) from source_person where vanished_at is null";
    private static final String NOT_SEEN = """
            select person_key from source_person
            where seen_at < :since and vanished_at is null and person_key > :after
            order by person_key limit :most
            """;

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

    /** How many people are known and have not vanished. */
    int known() {
        return ledger.sql(KNOWN).query(Integer.class).single();
    }

    /** Who has vanished. */
    List<String> vanished() {
        return ledger.sql("select person_key from source_person where vanished_at is not null")
                .query(String.class)
                .list();
    }

    /**
     * Who was not seen since, and is not noted as vanished yet, in the order of the keys.
     *
     * @param after only keys beyond this one
     */
    List<String> notSeenSince(Instant since, String after, int most) {
        return ledger.sql(NOT_SEEN)
                .param("since", Timestamp.from(since))
                .param("after", after)
                .param("most", most)
                .query(String.class)
                .list();
    }

    void seen(List<String> people, Instant at) {
        note(SEEN, people, at);
    }

    void vanished(List<String> people, Instant at) {
        note(VANISHED, people, at);
    }

    private void note(String statement, List<String> people, Instant at) {
        if (!people.isEmpty()) {
            ledger.sql(statement)
                    .param("people", people)
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }

    void remember(String personKey, String digest, Instant at) {
        int changed = ledger.sql(CHANGE)
                .param("person", personKey)
                .param("digest", digest)
                .update();
        if (changed == 0) {
            ledger.sql(REMEMBER)
                    .param("person", personKey)
                    .param("digest", digest)
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }
}

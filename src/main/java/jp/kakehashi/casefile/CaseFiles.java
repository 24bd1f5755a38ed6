package jp.kakehashi.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.kakehashi.source.Facts;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of cases. What is personal is sealed for its own row. */
@Component
@Profile("ward")
class CaseFiles {

    private static final String SELECT = """
            select c.*, e.control_number, e.told_in from case_file c
            left join case_enclosure e on e.case_id = c.id and e.kind = 'PROVISION'
            """;
    private static final String OPEN = SELECT + " where c.open_key = :person";
    private static final String BY_ID = SELECT + " where c.id = :id";
    private static final String IN_STATE = SELECT + " where c.state = :state order by c.opened_at, c.id";
    private static final String COUNT_FREE = """
            select count(*) from case_file c where c.state = 'READY' and not exists (
                select 1 from case_enclosure e where e.case_id = c.id and e.kind = 'PROVISION')
            """;
    private static final String SAME_CARD =
            SELECT + " where c.card_key = :card and c.person_key <> :person and c.open_key is not null";
    private static final String LOCK = "select id from case_file where id = :id for update";
    private static final String OPEN_OF = """
            select id from case_file
            where open_key in (:keys) or (open_key is not null and card_key in (:keys))
            """;

    private static final String INSERT = """
            insert into case_file (id, person_key, open_key, state, as_of, opened_at)
            values (:id, :person, :person, :state, :asOf, :asOf)
            """;
    private static final String UPDATE = """
            update case_file set state = :state, facts = :facts, card_key = :card, reason_text = :reason,
              why_not_suspended = :why, confirmed_facts = :confirmed, as_of = :asOf
            where id = :id
            """;

    private final JdbcClient ledger;
    private final Vault vault;
    private final Exclusions exclusions;

    CaseFiles(JdbcClient ledger, Vault vault, Exclusions exclusions) {
        this.ledger = ledger;
        this.vault = vault;
        this.exclusions = exclusions;
    }

    /**
     * Locks cases for the caller's transaction, always in the order of their ids: of two acts on the same cases one waits
     * for the other, and never each for the other. An act that touches several cases calls this once, before the first.
     */
    void lock(Collection<UUID> ids) {
        for (UUID id : new TreeSet<>(ids)) {
            ledger.sql(LOCK).param("id", id).query(UUID.class).optional();
        }
    }

    /**
     * Locks the open cases of these people and cards.
     *
     * @param keys keyed digests of persons or of card numbers, at least one
     */
    void lockOpen(Set<String> keys) {
        lock(ledger.sql(OPEN_OF).param("keys", keys).query(UUID.class).list());
    }

    /** The person's open case. */
    Optional<CaseFile> open(String personKey) {
        return ledger.sql(OPEN).param("person", personKey).query(this::read).optional();
    }

    /**
     * A case.
     *
     * @throws IllegalArgumentException if there is none
     */
    CaseFile get(UUID id) {
        return ledger.sql(BY_ID)
                .param("id", id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no case " + id));
    }

    List<CaseFile> in(CaseState state) {
        return ledger.sql(IN_STATE)
                .param("state", state.name())
                .query(this::read)
                .list();
    }

    /** How many are READY and in no open shipment. */
    int countFree() {
        return ledger.sql(COUNT_FREE).query(Integer.class).single();
    }

    /** Whose open case is provided, with its id. */
    Map<String, UUID> provided() {
        Map<String, UUID> provided = new HashMap<>();
        ledger.sql("select open_key, id from case_file where state = 'PROVIDED' and open_key is not null")
                .query((row, index) -> provided.put(row.getString("open_key"), row.getObject("id", UUID.class)))
                .list();
        return provided;
    }

    /** The persons of all cases with this card number, open or closed. */
    List<String> personsWithCard(String cardKey) {
        return ledger.sql("select distinct person_key from case_file where card_key = :card order by person_key")
                .param("card", cardKey)
                .query(String.class)
                .list();
    }

    /** Open cases of other persons with the same card number. */
    List<CaseFile> othersWithCard(String cardKey, String personKey) {
        return ledger.sql(SAME_CARD)
                .param("card", cardKey)
                .param("person", personKey)
                .query(this::read)
                .list();
    }

    void insert(CaseFile file) {
        ledger.sql(INSERT)
                .param("id", file.id())
                .param("person", file.personKey())
                .param("state", file.state().name())
                .param("asOf", Timestamp.from(file.asOf()))
                .update();
        update(file);
    }

    void update(CaseFile file) {
        UUID id = file.id();
        ledger.sql(UPDATE)
                .param("state", file.state().name())
                .param("facts", seal(file.facts().map(Facts::toText), "facts", id), Types.BINARY)
                .param("card", file.cardKey().orElse(null), Types.VARCHAR)
                .param("reason", seal(file.confirmed().map(Confirmed::reasonText), "reason_text", id), Types.BINARY)
                .param(
                        "why",
                        seal(file.confirmed().map(Confirmed::whyNotSuspended), "why_not_suspended", id),
                        Types.BINARY)
                .param(
                        "confirmed",
                        seal(file.confirmed().map(confirmed -> confirmed.facts().toText()), "confirmed_facts", id),
                        Types.BINARY)
                .param("asOf", Timestamp.from(file.asOf()))
                .param("id", id)
                .update();
        exclusions.replace(file);
    }

    private CaseFile read(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new CaseFile(
                id,
                row.getString("person_key"),
                CaseState.valueOf(row.getString("state")),
                opened(row, "facts", id).map(Facts::fromText),
                Optional.ofNullable(row.getString("card_key")),
                confirmed(row, id),
                exclusions.of(id),
                row.getTimestamp("as_of").toInstant(),
                enclosure(row));
    }

    private static Optional<Enclosure> enclosure(ResultSet row) throws SQLException {
        Optional<String> toldIn = Optional.ofNullable(row.getString("told_in"));
        return Optional.ofNullable(row.getString("control_number")).map(number -> new Enclosure(number, toldIn));
    }

    private Optional<Confirmed> confirmed(ResultSet row, UUID id) throws SQLException {
        Optional<String> reason = opened(row, "reason_text", id);
        Optional<String> why = opened(row, "why_not_suspended", id);
        return opened(row, "confirmed_facts", id)
                .map(Facts::fromText)
                .map(facts -> new Confirmed(reason.orElseThrow(), why.orElse(""), facts));
    }

    private byte[] seal(Optional<String> text, String column, UUID id) {
        return text.map(plain -> vault.sealText(plain, context(column, id))).orElse(null);
    }

    private Optional<String> opened(ResultSet row, String column, UUID id) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(kept -> vault.openText(kept, context(column, id)));
    }

    private static String context(String column, UUID id) {
        return "case_file." + column + ":" + id;
    }
}

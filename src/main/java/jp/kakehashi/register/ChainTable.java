package jp.kakehashi.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of the chain. */
final class ChainTable {

    private static final String LOCK_HEAD = "select sequence, hash from chain_head where id = 1 for update";
    private static final String HEAD = "select sequence, hash from chain_head where id = 1";
    private static final String MOVE_HEAD = "update chain_head set sequence = :sequence, hash = :hash where id = 1";
    private static final String ADD = """
            insert into chain_entry
                (sequence, at, account, post, role, verb, subject, facts, commitments, hash)
            values (:sequence, :at, :account, :post, :role, :verb, :subject, :facts, :commitments, :hash)
            """;
    private static final String ADD_SALT =
            "insert into chain_salt (sequence, name, sealed) values (:sequence, :name, :sealed)";
    private static final String SALT = "select sealed from chain_salt where sequence = :sequence and name = :name";
    private static final String ENTRY = "select * from chain_entry where sequence = :sequence";
    private static final String PAGE = """
            select * from chain_entry where sequence > :after and sequence <= :last
            order by sequence limit 500
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    ChainTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Head lockHead() {
        return jdbc.sql(LOCK_HEAD).query(Head.class).single();
    }

    Head head() {
        return jdbc.sql(HEAD).query(Head.class).single();
    }

    void add(Link link, String hash) {
        jdbc.sql(ADD)
                .param("sequence", link.sequence())
                .param("at", OffsetDateTime.parse(link.at()))
                .param("account", link.account())
                .param("post", link.post())
                .param("role", link.role())
                .param("verb", link.verb())
                .param("subject", link.subject())
                .param("facts", json(link.facts()))
                .param("commitments", json(link.commitments()))
                .param("hash", hash)
                .update();
    }

    void moveHead(Head head) {
        jdbc.sql(MOVE_HEAD)
                .param("sequence", head.sequence())
                .param("hash", head.hash())
                .update();
    }

    void addSalt(long sequence, String name, byte[] sealed) {
        jdbc.sql(ADD_SALT)
                .param("sequence", sequence)
                .param("name", name)
                .param("sealed", sealed)
                .update();
    }

    Optional<byte[]> salt(long sequence, String name) {
        return jdbc.sql(SALT)
                .param("sequence", sequence)
                .param("name", name)
                .query(byte[].class)
                .optional();
    }

    Optional<Hashed> entry(long sequence) {
        return jdbc.sql(ENTRY)
                .param("sequence", sequence)
                .query(ChainTable::hashed)
                .optional();
    }

    /** The next entries after one, in order, at most up to the last; empty when that is reached. */
    List<Hashed> page(long after, long last) {
        return jdbc.sql(PAGE)
                .param("after", after)
                .param("last", last)
                .query(ChainTable::hashed)
                .list();
    }

    private static Hashed hashed(ResultSet row, int number) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
        var link = new Link(
                row.getLong("sequence"),
                Link.writing(at.toInstant()),
                row.getString("account"),
                row.getString("post"),
                row.getString("role"),
                row.getString("verb"),
                row.getString("subject"),
                new TreeMap<>(pairs(row.getString("facts"))),
                new TreeMap<>(pairs(row.getString("commitments"))));
        return new Hashed(link, row.getString("hash"));
    }

    private static String json(Map<String, String> pairs) {
        try {
            return JSON.writeValueAsString(pairs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts cannot be written as JSON", e);
        }
    }

    private static Map<String, String> pairs(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts in chain_entry are no longer JSON", e);
        }
    }

    /** Where the chain ends. */
    record Head(long sequence, String hash) {}

    /** An entry and the hash that was kept with it. */
    record Hashed(Link link, String hash) {}
}

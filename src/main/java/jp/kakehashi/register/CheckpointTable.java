package jp.kakehashi.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of checkpoints and of their evidence files. */
final class CheckpointTable {

    private static final String ADD = """
            insert into chain_checkpoint (number, at, after_sequence, previous, sequence, hash, signature)
            values (:number, :at, :after, :previous, :sequence, :hash, :signature)
            """;
    private static final String ALL = "select * from chain_checkpoint order by number";
    private static final String LAST = "select * from chain_checkpoint order by number desc limit 1";
    private static final String UNWRITTEN = """
            select * from chain_checkpoint c
            where not exists (select 1 from evidence_file f where f.number = c.number) order by number
            """;
    private static final String WRITTEN = "insert into evidence_file (number, written_at) values (:number, :at)";

    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Checkpoint checkpoint) {
        jdbc.sql(ADD)
                .param("number", checkpoint.number())
                .param("at", OffsetDateTime.parse(checkpoint.at()))
                .param("after", checkpoint.after())
                .param("previous", checkpoint.previous())
                .param("sequence", checkpoint.sequence())
                .param("hash", checkpoint.hash())
                .param("signature", checkpoint.signature())
                .update();
    }

    List<Checkpoint> all() {
        return jdbc.sql(ALL).query(CheckpointTable::checkpoint).list();
    }

    Optional<Checkpoint> last() {
        return jdbc.sql(LAST).query(CheckpointTable::checkpoint).optional();
    }

    /** Those that have no evidence file yet, the earliest first. */
    List<Checkpoint> unwritten() {
        return jdbc.sql(UNWRITTEN).query(CheckpointTable::checkpoint).list();
    }

    void written(Checkpoint checkpoint, Instant now) {
        jdbc.sql(WRITTEN)
                .param("number", checkpoint.number())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getLong("number"),
                Link.writing(row.getObject("at", OffsetDateTime.class).toInstant()),
                row.getLong("after_sequence"),
                row.getString("previous"),
                row.getLong("sequence"),
                row.getString("hash"),
                row.getString("signature"));
    }
}

package jp.kakehashi.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import jp.kakehashi.register.Remarks;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of standstills; the reasons are kept sealed. */
final class StandstillTable {

    private static final String LOCK = "select id from standstill_lock for update";
    private static final String BEGIN =
            "insert into standstill (id, what, began_at, began_by) values (:id, :what, :at, :by)";
    private static final String END =
            "update standstill set ended_at = :at, ended_by = :by where what = :what and ended_at is null";
    private static final String IN_FORCE =
            "select id, what, began_at, began_by from standstill where ended_at is null order by began_at";
    private static final String STANDS = "select count(*) from standstill where ended_at is null and what = :what";
    private static final String REASON = "standstill/";

    private final JdbcClient jdbc;
    private final Remarks remarks;

    StandstillTable(JdbcClient jdbc, Remarks remarks) {
        this.jdbc = jdbc;
        this.remarks = remarks;
    }

    /** Waits until nobody else begins or ends a standstill or lets a letter set out, and keeps it so in this transaction. */
    void lock() {
        jdbc.sql(LOCK).query(Integer.class).single();
    }

    boolean stands(String what) {
        return jdbc.sql(STANDS).param("what", what).query(Integer.class).single() > 0;
    }

    void begin(Standstill standstill) {
        jdbc.sql(BEGIN)
                .param("id", standstill.id())
                .param("what", standstill.what())
                .param("at", standstill.since().atOffset(ZoneOffset.UTC))
                .param("by", standstill.by())
                .update();
        remarks.keep(REASON + standstill.id(), standstill.reason());
    }

    /** Whether there was one to end. */
    boolean end(String what, Instant at, String by) {
        return jdbc.sql(END)
                        .param("what", what)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Standstill> inForce() {
        return jdbc.sql(IN_FORCE).query(this::standstill).list();
    }

    private Standstill standstill(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Standstill(
                id,
                row.getString("what"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getString("began_by"),
                remarks.read(REASON + id));
    }
}

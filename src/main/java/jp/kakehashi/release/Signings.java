package jp.kakehashi.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.shipment.Preview;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of signings. */
@Component
@Profile("ward")
class Signings {

    private static final String KEY =
            " where sitting = :sitting and control_number = :number and parcel_sha256 = :parcel";

    private static final String INSERT = """
            insert into signing (sitting, control_number, parcel_sha256, row_count, recipients, asked_row)
            values (:sitting, :number, :parcel, :rows, :recipients, :row) on conflict do nothing
            """;

    private static final String OPERATOR = "update signing set operator_signed_at = :at" + KEY;

    private static final String WITNESS_ENTERED =
            "update signing set witness = :witness, witness_ticket = :ticket, witness_entered_at = :at" + KEY
                    + " and operator_signed_at is not null";

    private static final String WITNESS_SIGNED = "update signing set witness_signed_at = :at, witness_ticket = null"
            + KEY + " and witness_ticket = :ticket and witness_entered_at > :notBefore";

    private static final String TICKET_HELD =
            "select count(*) from signing" + KEY + " and witness_ticket = :ticket and witness_entered_at > :notBefore";

    private static final String IN_SITTING =
            "select * from signing where sitting = :sitting order by control_number, operator_signed_at";

    private static final String COVERED = "select * from signing where sitting = :sitting and witness_ticket = :ticket"
            + " and witness_entered_at > :notBefore order by control_number";

    private static final String SITTING = "insert into sitting (id, operator, opened_at) values (:id, :operator, :at)";

    private final JdbcClient ledger;

    Signings(JdbcClient ledger) {
        this.ledger = ledger;
    }

    void open(UUID sitting, String operator, Instant at) {
        ledger.sql(SITTING)
                .param("id", sitting)
                .param("operator", operator)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<String> operator(UUID sitting) {
        return ledger.sql("select operator from sitting where id = :id and ended_at is null")
                .param("id", sitting)
                .query(String.class)
                .optional();
    }

    /** Every sitting, the latest first. */
    List<Held> all() {
        return ledger.sql("select id, operator, opened_at, ended_at from sitting order by opened_at desc")
                .query((row, index) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getString("operator"),
                        row.getTimestamp("opened_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant)))
                .list();
    }

    /** When the shipment was next signed by a witness, in whichever sitting. */
    Optional<Instant> witnessedAfter(String number, Instant at) {
        return ledger.sql(
                        "select min(witness_signed_at) from signing where control_number = :number and witness_signed_at > :at")
                .param("number", number)
                .param("at", Timestamp.from(at))
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    void end(UUID sitting, Instant at) {
        ledger.sql("update sitting set ended_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", sitting)
                .update();
    }

    /** The signing of these bytes in this sitting; asked of the row given, unless a row was asked for before. */
    Signing of(UUID sitting, Preview preview, String parcel, int row) {
        String number = preview.shipment().controlNumber();
        keyed(INSERT, sitting, number, parcel)
                .param("rows", preview.rows().size())
                .param("recipients", String.join("\n", preview.envelope()))
                .param("row", row)
                .update();
        return find(sitting, number, parcel).orElseThrow();
    }

    Optional<Signing> find(UUID sitting, String number, String parcel) {
        return keyed("select * from signing" + KEY, sitting, number, parcel)
                .query(Signings::signing)
                .optional();
    }

    /** Every signing of a sitting, by control number; of one document the latest last. */
    List<Signing> in(UUID sitting) {
        return ledger.sql(IN_SITTING)
                .param("sitting", sitting)
                .query(Signings::signing)
                .list();
    }

    /** The signings that a ticket stands for, as long as it is young enough. */
    List<Signing> covered(UUID sitting, String ticketDigest, Instant notBefore) {
        return ledger.sql(COVERED)
                .param("sitting", sitting)
                .param("ticket", ticketDigest)
                .param("notBefore", Timestamp.from(notBefore))
                .query(Signings::signing)
                .list();
    }

    void operatorSigned(Signing signing, Instant at) {
        keyed(OPERATOR, signing).param("at", Timestamp.from(at)).update();
    }

    boolean witnessEntered(Signing signing, String witness, String ticketDigest, Instant at) {
        return keyed(WITNESS_ENTERED, signing)
                        .param("witness", witness)
                        .param("ticket", ticketDigest)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Whether a ticket is the one that the witness was given last, and still young enough. */
    boolean ticketHeld(Signing signing, String ticketDigest, Instant notBefore) {
        return keyed(TICKET_HELD, signing)
                        .param("ticket", ticketDigest)
                        .param("notBefore", Timestamp.from(notBefore))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    boolean witnessSigned(Signing signing, String ticketDigest, Instant at, Instant notBefore) {
        return keyed(WITNESS_SIGNED, signing)
                        .param("ticket", ticketDigest)
                        .param("at", Timestamp.from(at))
                        .param("notBefore", Timestamp.from(notBefore))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec keyed(String sql, Signing signing) {
        return keyed(sql, signing.sitting(), signing.controlNumber(), signing.parcelSha256());
    }

    private JdbcClient.StatementSpec keyed(String sql, UUID sitting, String number, String parcel) {
        return ledger.sql(sql).param("sitting", sitting).param("number", number).param("parcel", parcel);
    }

    private static Signing signing(ResultSet row, int index) throws SQLException {
        return new Signing(
                row.getObject("sitting", UUID.class),
                row.getString("control_number"),
                row.getString("parcel_sha256"),
                row.getInt("row_count"),
                row.getString("recipients").lines().toList(),
                row.getInt("asked_row"),
                Optional.ofNullable(row.getTimestamp("operator_signed_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("witness")),
                Optional.ofNullable(row.getTimestamp("witness_signed_at")).map(Timestamp::toInstant));
    }

    /** A sitting, and who operated it. */
    record Held(UUID id, String operator, Instant openedAt, Optional<Instant> endedAt) {}
}

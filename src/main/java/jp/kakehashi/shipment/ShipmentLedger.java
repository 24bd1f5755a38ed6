package jp.kakehashi.shipment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of shipments. Each change of state names the states it may start from, and says whether it happened. */
@Component
@Profile("ward")
class ShipmentLedger {

    private static final String SELECT = """
            select s.*, (select count(*) from shipment_row r
                where r.control_number = s.control_number and r.dropped_at is null) as rows_kept
            from shipment s
            """;

    private static final String INSERT = """
            insert into shipment (control_number, agreement, agreement_digest, kind, state, drafted_by, drafted_at,
                content_digest, zip_method, seal_wanted, check_wanted, tries, revision)
            values (:number, :agreement, :agreementDigest, :kind, 'DRAFTED', :draftedBy, :draftedAt, :contentDigest, :zip,
                false, false, 0, 0)
            """;

    private static final String RELEASE = """
            update shipment set state = 'RELEASED', check_wanted = true, check_not_before = null, sitting = :sitting,
                release_binding = :binding, released_at = :at, lapses_at = :lapses, letter = null, remark = null, tries = 0,
                failed_as = null
            where control_number = :number and state = 'SEALED'
            """;

    private static final String NO_RELEASE = """
            state = 'SEALED', check_wanted = false, sitting = null, release_binding = null, released_at = null,
                lapses_at = null, letter = null""";

    private final JdbcClient ledger;
    private final Vault vault;
    private final ShipmentReading reading;

    ShipmentLedger(JdbcClient ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
        this.reading = new ShipmentReading(vault);
    }

    void insert(
            String number,
            Agreement agreement,
            DocumentKind kind,
            ZipMethod zip,
            String by,
            Instant at,
            String digest) {
        ledger.sql(INSERT)
                .param("number", number)
                .param("agreement", agreement.id())
                .param("agreementDigest", agreement.digest())
                .param("kind", kind.name())
                .param("zip", zip.name())
                .param("draftedBy", by)
                .param("draftedAt", Timestamp.from(at))
                .param("contentDigest", digest)
                .update();
    }

    Optional<Shipment> find(String number) {
        return ledger.sql(SELECT + " where s.control_number = :number")
                .param("number", number)
                .query(reading)
                .optional();
    }

    /** The shipment, its row locked until the transaction ends. */
    Shipment locked(String number) {
        ledger.sql("select control_number from shipment where control_number = :number for update")
                .param("number", number)
                .query(String.class)
                .optional();
        return find(number)
                .orElseThrow(() -> new IllegalArgumentException("no shipment bears the control number " + number));
    }

    List<Shipment> all() {
        return ledger.sql(SELECT + " order by s.drafted_at desc, s.control_number desc")
                .query(reading)
                .list();
    }

    /** The control numbers of a kind in a state. */
    Set<String> numbers(DocumentKind kind, ShipmentState state) {
        return ledger.sql("select control_number from shipment where kind = :kind and state = :state")
                .param("kind", kind.name())
                .param("state", state.name())
                .query(String.class)
                .set();
    }

    List<Shipment> releasedIn(UUID sitting) {
        return ledger.sql(SELECT + " where s.sitting = :sitting and s.state = 'RELEASED' order by s.control_number")
                .param("sitting", sitting)
                .query(reading)
                .list();
    }

    /** Moves on, if it still stands in one of these states. */
    boolean move(String number, ShipmentState to, ShipmentState... from) {
        return ledger.sql("update shipment set state = :to where control_number = :number and state in (:from)")
                        .param("to", to.name())
                        .param("number", number)
                        .param("from", Arrays.stream(from).map(Enum::name).toList())
                        .update()
                == 1;
    }

    void wantSeal(String number) {
        set("seal_wanted = true, tries = 0, failed_as = null", number);
    }

    /** Nobody is left in it. */
    void cancelEmpty(String number) {
        set("state = 'CANCELLED', seal_wanted = false, check_wanted = false", number);
    }

    void release(String number, UUID sitting, String binding, Instant at, Instant lapsesAt) {
        ledger.sql(RELEASE)
                .param("sitting", sitting)
                .param("binding", binding)
                .param("at", Timestamp.from(at))
                .param("lapses", Timestamp.from(lapsesAt))
                .param("number", number)
                .update();
    }

    /** The release ended unused; whether there was one. */
    boolean lapse(String number) {
        return endRelease(number, "'RELEASED'");
    }

    /** Back to the sealed bytes, for a new sitting; whether it stood in a state that allows it. */
    boolean backToSealed(String number) {
        return endRelease(number, "'REFUSED', 'RETURNED', 'OUTCOME_UNKNOWN'");
    }

    private boolean endRelease(String number, String from) {
        return ledger.sql("update shipment set " + NO_RELEASE + " where control_number = :number and state in (" + from
                                + ")")
                        .param("number", number)
                        .update()
                == 1;
    }

    void queued(String number, UUID letter) {
        ledger.sql("update shipment set check_wanted = false, letter = :letter where control_number = :number")
                .param("letter", letter)
                .param("number", number)
                .update();
    }

    /** A further attempt, after a further last check. */
    void checkAgain(String number, Instant notBefore) {
        ledger.sql(
                        "update shipment set check_wanted = true, check_not_before = :at, tries = 0, failed_as = null where control_number = :number and state = 'RELEASED'")
                .param("at", Timestamp.from(notBefore))
                .param("number", number)
                .update();
    }

    void postedAt(String number, Instant at) {
        stamp("posted_at", number, at);
    }

    void acknowledgedAt(String number, Instant at) {
        stamp("acknowledged_at", number, at);
    }

    private void stamp(String column, String number, Instant at) {
        ledger.sql("update shipment set " + column + " = :at where control_number = :number")
                .param("at", Timestamp.from(at))
                .param("number", number)
                .update();
    }

    private void set(String assignments, String number) {
        ledger.sql("update shipment set " + assignments + " where control_number = :number")
                .param("number", number)
                .update();
    }

    void remark(String number, String remark) {
        ledger.sql("update shipment set remark = :remark where control_number = :number")
                .param("remark", vault.sealText(remark, context("remark", number)))
                .param("number", number)
                .update();
    }

    /** What encryption binds a column of a shipment to, so that no value can stand in for another. */
    static String context(String column, String number) {
        return "shipment." + column + ":" + number;
    }
}

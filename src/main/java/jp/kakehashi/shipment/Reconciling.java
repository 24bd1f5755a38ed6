package jp.kakehashi.shipment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.casefile.Freshness;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 照合票: where the source cannot be asked, a named person looks up today's payments of everyone in a sealed shipment at
 * the collection terminal, and signs. It stands for the last check (invariant 6), on that day and for those bytes alone.
 */
@Service
@Profile("ward")
public class Reconciling {

    private static final String SIGNED_AT = """
            select signed_at from shipment_reconciliation
            where control_number = :number and parcel_sha256 = :parcel
            """;
    private static final String SIGN_AGAIN = """
            update shipment_reconciliation set signed_at = :at, account = :account
            where control_number = :number and parcel_sha256 = :parcel
            """;
    private static final String SIGN = """
            insert into shipment_reconciliation (control_number, parcel_sha256, signed_at, account)
            values (:number, :parcel, :at, :account)
            """;

    private final JdbcClient ledger;
    private final ShipmentLedger shipments;
    private final ShipmentRows rows;
    private final Roll roll;
    private final SealBreak sealBreak;
    private final Freshness freshness;
    private final Acts acts;
    private final Clock clock;

    Reconciling(
            JdbcClient ledger,
            ShipmentLedger shipments,
            ShipmentRows rows,
            Roll roll,
            SealBreak sealBreak,
            Freshness freshness,
            Acts acts,
            Clock clock) {
        this.ledger = ledger;
        this.shipments = shipments;
        this.rows = rows;
        this.roll = roll;
        this.sealBreak = sealBreak;
        this.freshness = freshness;
        this.acts = acts;
        this.clock = clock;
    }

    /** Whether these bytes still wait for a person's word on today's payments; a test exchange is about nobody's. */
    @Transactional(readOnly = true)
    public boolean isMissing(String controlNumber, String parcelSha256) {
        return !freshness.canAsk()
                && !rows.keptCaseIds(controlNumber).isEmpty()
                && signedAt(controlNumber, parcelSha256)
                        .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                        .filter(LocalDate.now(clock)::equals)
                        .isEmpty();
    }

    /**
     * Everyone to be looked up, in the order of the workbook.
     *
     * @param viewer prints the sheet; it goes into the chain
     */
    @Transactional
    public List<ShipmentRow> sheet(String controlNumber, Actor viewer) {
        List<ShipmentRow> kept = rows.kept(controlNumber);
        acts.note(viewer, "reconciliation-printed", controlNumber, Map.of("rows", Integer.toString(kept.size())));
        return kept;
    }

    /**
     * Signs that today's payments of everyone were looked up. Whoever paid is dropped: the rest is sealed afresh, and
     * looked up again.
     *
     * @param parcelSha256 the bytes whose sheet was looked at
     * @param paid the cases of those who paid today
     * @return a refusal if other bytes are sealed by now
     */
    @Transactional
    public Optional<Refusal> sign(String controlNumber, String parcelSha256, Set<UUID> paid, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.state() != ShipmentState.SEALED
                || !shipment.sealed().parcelSha256().equals(parcelSha256)) {
            return Refusal.because("送付ファイルが変わりました。照合票を印刷し直してください。");
        }
        if (!paid.isEmpty()) {
            paid.forEach(caseId -> roll.drop(shipment, caseId, "照合票で本日の納付を確認", by));
            sealBreak.after(controlNumber, paid.size(), by);
            return Refusal.none();
        }
        keep(controlNumber, parcelSha256, by);
        acts.note(by, "reconciled", controlNumber, Map.of("parcel", parcelSha256));
        return Refusal.none();
    }

    /** The account of whoever signed for these bytes; empty where the source itself was asked. */
    @Transactional(readOnly = true)
    public Optional<String> signedBy(String controlNumber, String parcelSha256) {
        return ledger.sql(
                        "select account from shipment_reconciliation where control_number = :number and parcel_sha256 = :parcel")
                .param("number", controlNumber)
                .param("parcel", parcelSha256)
                .query(String.class)
                .optional();
    }

    private Optional<Instant> signedAt(String controlNumber, String parcelSha256) {
        return ledger.sql(SIGNED_AT)
                .param("number", controlNumber)
                .param("parcel", parcelSha256)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private void keep(String controlNumber, String parcelSha256, Actor by) {
        for (String statement : List.of(SIGN_AGAIN, SIGN)) {
            int kept = ledger.sql(statement)
                    .param("number", controlNumber)
                    .param("parcel", parcelSha256)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("account", by.account())
                    .update();
            if (kept > 0) {
                return;
            }
        }
    }
}

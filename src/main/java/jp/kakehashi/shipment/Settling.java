package jp.kakehashi.shipment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.mailroom.Settlement;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a named person finds out by telephone and records: received, delivered, not delivered, cannot be opened; and the
 * way on from there. Nothing here posts anything: a resend needs a new sitting (invariant 4).
 */
@Service
@Profile("ward")
public class Settling {

    private final ShipmentLedger shipments;
    private final ShipmentRows rows;
    private final SealedParcels parcels;
    private final Outbox outbox;
    private final Cases cases;
    private final Acts acts;
    private final Clock clock;

    Settling(
            ShipmentLedger shipments,
            ShipmentRows rows,
            SealedParcels parcels,
            Outbox outbox,
            Cases cases,
            Acts acts,
            Clock clock) {
        this.shipments = shipments;
        this.rows = rows;
        this.parcels = parcels;
        this.outbox = outbox;
        this.cases = cases;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Records an acknowledgement (受領確認) given to a person.
     *
     * @param channel how: by telephone, by mail from a personal address, …
     * @param from who at the recipient's gave it
     * @param code the four digits read back from inside the workbook; blank where the form has none
     * @param rowCount the number of rows read back
     */
    @Transactional
    public Optional<Refusal> acknowledge(
            String controlNumber, String channel, String from, String code, int rowCount, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.seal().isEmpty()) {
            return Refusal.because("まだ暗号化されていません。");
        }
        if (!parcels.code(controlNumber).orElse("").equals(code.strip()) || shipment.rows() != rowCount) {
            acts.note(by, "acknowledgement-refused", controlNumber, Map.of("channel", channel));
            return Refusal.because("受領確認コードまたは件数が一致しません。提供先にもう一度読み上げてもらってください。");
        }
        if (shipment.postedAt().isEmpty()
                || !shipments.move(
                        controlNumber,
                        ShipmentState.ACKNOWLEDGED,
                        ShipmentState.POSTED,
                        ShipmentState.OUTCOME_UNKNOWN,
                        ShipmentState.RETURNED,
                        ShipmentState.UNREADABLE,
                        ShipmentState.SEALED)) {
            return Refusal.because("送信済の送付ではありません（" + shipment.state().label() + "）。");
        }
        shipments.acknowledgedAt(controlNumber, clock.instant());
        acts.note(by, "acknowledged", controlNumber, Map.of("channel", channel, "from", from));
        return Refusal.none();
    }

    /**
     * Settles an unknown outcome: the recipient says it arrived.
     *
     * @param reason who said so, and how
     */
    @Transactional
    public Optional<Refusal> delivered(String controlNumber, String reason, Actor by) {
        return settleUnknown(controlNumber, Settlement.POSTED, reason, by);
    }

    /**
     * Records that the recipient did not get it: its cases return to READY, nobody in it counts as provided.
     *
     * @param reason who said so, and how
     */
    @Transactional
    public Optional<Refusal> notDelivered(String controlNumber, String reason, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.state() == ShipmentState.OUTCOME_UNKNOWN) {
            return settleUnknown(controlNumber, Settlement.NOT_DELIVERED, reason, by);
        }
        if (shipment.postedAt().isEmpty()
                || !shipments.move(
                        controlNumber,
                        ShipmentState.NOT_DELIVERED,
                        ShipmentState.RETURNED,
                        ShipmentState.REFUSED,
                        ShipmentState.SEALED)) {
            return Refusal.because("不達または送信結果不明の送付ではありません（" + shipment.state().label() + "）。");
        }
        cases.notProvided(rows.caseIds(controlNumber), controlNumber);
        shipments.remark(controlNumber, reason);
        acts.note(by, "not-delivered", controlNumber);
        return Refusal.none();
    }

    /** Takes a refused, returned or unknown shipment into a new sitting: the same bytes under the same Message-ID. */
    @Transactional
    public Optional<Refusal> resend(String controlNumber, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (!shipments.backToSealed(controlNumber)) {
            return Refusal.because("再送できる状態ではありません（" + shipment.state().label() + "）。");
        }
        acts.note(
                by,
                "resend-wanted",
                controlNumber,
                Map.of("from", shipment.state().name()));
        return Refusal.none();
    }

    /** Records by a person's word that the recipient cannot open the parcel. */
    @Transactional
    public Optional<Refusal> cannotBeOpened(String controlNumber, String reason, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (!shipments.move(
                controlNumber, ShipmentState.UNREADABLE, ShipmentState.POSTED, ShipmentState.OUTCOME_UNKNOWN)) {
            return Refusal.because("送信済の送付ではありません（" + shipment.state().label() + "）。");
        }
        shipments.remark(controlNumber, reason);
        acts.note(by, "cannot-be-opened", controlNumber);
        return Refusal.none();
    }

    /** Has what could not be opened sealed afresh, with new passwords and the file name {@code _r1}. */
    @Transactional
    public Optional<Refusal> sealAfresh(String controlNumber, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.state() != ShipmentState.UNREADABLE) {
            return Refusal.because("開封不可の送付ではありません（" + shipment.state().label() + "）。");
        }
        parcels.unseal(controlNumber);
        acts.note(by, "sealed-afresh-wanted", controlNumber);
        return Refusal.none();
    }

    private Optional<Refusal> settleUnknown(String controlNumber, Settlement settlement, String reason, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        Optional<UUID> letter = shipment.release().flatMap(Shipment.Release::letter);
        if (shipment.state() != ShipmentState.OUTCOME_UNKNOWN || letter.isEmpty()) {
            return Refusal.because("送信結果不明の送付ではありません（" + shipment.state().label() + "）。");
        }
        if (!outbox.settle(letter.get(), settlement, by, reason)) {
            return Refusal.because("送信結果は、この間に判明しました。もう一度画面を開いて確認してください。");
        }
        acts.note(by, "settled", controlNumber, Map.of("as", settlement.name()));
        return Refusal.none();
    }
}

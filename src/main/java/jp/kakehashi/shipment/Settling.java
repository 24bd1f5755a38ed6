package jp.kakehashi.shipment;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.mailroom.Settlement;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a named person finds out by telephone and records: received, delivered, returned, not delivered; and the way on
 * from there. Nothing here posts anything: a resend needs a new sitting (invariant 4).
 */
@Service
@Profile("ward")
public class Settling {

    /** The server may have taken it over, and nothing has come back: what became of it is the mailroom's to say. */
    private static final Set<ShipmentState> IN_DOUBT = EnumSet.of(ShipmentState.POSTED, ShipmentState.OUTCOME_UNKNOWN);

    private final ShipmentLedger shipments;
    private final ShipmentRows rows;
    private final SealedParcels parcels;
    private final Outbox outbox;
    private final Attempts attempts;
    private final Cases cases;
    private final Acts acts;
    private final Clock clock;

    Settling(
            ShipmentLedger shipments,
            ShipmentRows rows,
            SealedParcels parcels,
            Outbox outbox,
            Attempts attempts,
            Cases cases,
            Acts acts,
            Clock clock) {
        this.shipments = shipments;
        this.rows = rows;
        this.parcels = parcels;
        this.outbox = outbox;
        this.attempts = attempts;
        this.cases = cases;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Records an acknowledgement (受領確認) given to a person.
     *
     * @param channel how: by telephone, by mail from a personal address, …
     * @param from who at the recipient's gave it
     * @param code the four digits read back from inside the workbook; blank where there are none
     * @param rowCount the number of rows read back
     */
    @Transactional
    public Optional<Refusal> acknowledge(
            String controlNumber, String channel, String from, String code, int rowCount, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.seal().isEmpty()) {
            return acts.refused(by, controlNumber, "まだ暗号化されていません。");
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
            return acts.refused(
                    by, controlNumber, "送信済の送付ではありません（" + shipment.state().label() + "）。");
        }
        attempts.arrived(controlNumber, channel + "、" + from, by);
        shipments.acknowledgedAt(controlNumber, clock.instant());
        acts.note(by, "acknowledged", controlNumber, Map.of("channel", channel), Map.of("from", from));
        return Refusal.none();
    }

    /**
     * Settles an unknown outcome: the recipient says it arrived.
     *
     * @param reason who said so, and how
     */
    @Transactional
    public Optional<Refusal> delivered(String controlNumber, String reason, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        return shipment.state() == ShipmentState.OUTCOME_UNKNOWN
                ? settle(shipment, Settlement.POSTED, reason, by)
                : acts.refused(
                        by,
                        controlNumber,
                        "送信結果不明の送付ではありません（" + shipment.state().label() + "）。");
    }

    /**
     * Records by a person's word what a bounce would have said: it came back, or did not arrive (不達). Everyone in it
     * still counts as provided, since only {@link #notDelivered} is certain.
     *
     * @param reason who said so, and how
     */
    @Transactional
    public Optional<Refusal> returned(String controlNumber, String reason, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (!IN_DOUBT.contains(shipment.state())) {
            return acts.refused(
                    by,
                    controlNumber,
                    "送信済または送信結果不明の送付ではありません（" + shipment.state().label() + "）。");
        }
        if (letter(shipment).isPresent()) {
            return settle(shipment, Settlement.RETURNED, reason, by);
        }
        shipments.move(controlNumber, ShipmentState.RETURNED, shipment.state());
        acts.note(by, "returned", controlNumber);
        shipments.remark(controlNumber, reason);
        return Refusal.none();
    }

    /**
     * Records that the recipient did not get it: its cases return to READY, nobody in it counts as provided.
     *
     * @param reason who said so, and how
     * @return a refusal also where it was sealed afresh: the file before it may be there, and everyone stays provided
     */
    @Transactional
    public Optional<Refusal> notDelivered(String controlNumber, String reason, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.revision() > 0) {
            return acts.refused(
                    by, controlNumber, "暗号化し直す前のファイルが届いている可能性があるため、届いていないことの記録では対象者を戻せません。不達として記録し、再送してください。");
        }
        if (IN_DOUBT.contains(shipment.state()) && letter(shipment).isPresent()) {
            return settle(shipment, Settlement.NOT_DELIVERED, reason, by);
        }
        if (shipment.postedAt().isEmpty()
                || !shipments.move(
                        controlNumber,
                        ShipmentState.NOT_DELIVERED,
                        ShipmentState.POSTED,
                        ShipmentState.RETURNED,
                        ShipmentState.REFUSED,
                        ShipmentState.SEALED)) {
            return acts.refused(
                    by,
                    controlNumber,
                    "送信済、不達または送信結果不明の送付ではありません（" + shipment.state().label() + "）。");
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
            return acts.refused(
                    by, controlNumber, "再送できる状態ではありません（" + shipment.state().label() + "）。");
        }
        acts.note(
                by,
                "resend-wanted",
                controlNumber,
                Map.of("from", shipment.state().name()));
        return Refusal.none();
    }

    private Optional<Refusal> settle(Shipment shipment, Settlement settlement, String reason, Actor by) {
        Optional<UUID> letter = letter(shipment);
        if (letter.isEmpty() || !outbox.settle(letter.get(), settlement, by, reason)) {
            return acts.refused(by, shipment.controlNumber(), "送信結果は、この間に判明しました。もう一度画面を開いて確認してください。");
        }
        shipments.remark(shipment.controlNumber(), reason);
        acts.note(by, "settled", shipment.controlNumber(), Map.of("as", settlement.name()));
        return Refusal.none();
    }

    /** The attempt that it stands by; none where it was taken back for a resend before it proved to have arrived. */
    private static Optional<UUID> letter(Shipment shipment) {
        return shipment.release().flatMap(Shipment.Release::letter);
    }
}

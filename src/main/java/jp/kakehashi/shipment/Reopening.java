package jp.kakehashi.shipment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recipient cannot open it. The order of the office, a step at a time, each in the chain:
 *
 * <ol>
 *   <li>It is reported, by a person ({@link #reported}) or by the recipient's machine ({@link Following}).
 *   <li>The passwords are read once more by telephone ({@link HandingOver#told}).
 *   <li>The slip is compared: another file, or another slip, in the hand ({@link #compared})?
 *   <li>Only then it is sealed afresh by the other agreed method ({@link #sealAfresh}): rechecked at the source, with new
 *       passwords, as {@code _r1}, for a new sitting.
 * </ol>
 *
 * <p>At every step it may open after all ({@link #opensNow}); it then waits for its acknowledgement as before.
 */
@Service
@Profile("ward")
public class Reopening {

    private final ShipmentLedger shipments;
    private final Remedies remedies;
    private final SealedParcels parcels;
    private final Attempts attempts;
    private final Sealing sealing;
    private final Agreements agreements;
    private final Acts acts;

    Reopening(
            ShipmentLedger shipments,
            Remedies remedies,
            SealedParcels parcels,
            Attempts attempts,
            Sealing sealing,
            Agreements agreements,
            Acts acts) {
        this.shipments = shipments;
        this.remedies = remedies;
        this.parcels = parcels;
        this.attempts = attempts;
        this.sealing = sealing;
        this.agreements = agreements;
        this.acts = acts;
    }

    /** The next step; nothing unless it cannot be opened. */
    public Optional<Remedy> next(String controlNumber) {
        return remedies.next(controlNumber);
    }

    /** How it would be sealed afresh: the same method where the agreement has no other. */
    public ZipMethod afreshBy(Shipment shipment) {
        return agreements.of(shipment.agreement()).zip().after(shipment.zip());
    }

    /** The number of its pair in the agreed table, which the recipient has to use; none for generated passwords. */
    public Optional<String> passwordNumber(String controlNumber) {
        return parcels.passwordNumber(controlNumber);
    }

    /**
     * Records by a person's word that the recipient cannot open it.
     *
     * @param reason who said so, and how
     */
    @Transactional
    public Optional<Refusal> reported(String controlNumber, String reason, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (!shipment.hasParcel()) {
            return acts.refused(by, controlNumber, "添付ファイルのない送付です。開封するものはありません。");
        }
        if (!remedies.begin(controlNumber)) {
            return acts.refused(
                    by, controlNumber, "送信済の送付ではありません（" + shipment.state().label() + "）。");
        }
        attempts.arrived(controlNumber, reason, by);
        shipments.remark(controlNumber, reason);
        acts.note(by, "cannot-be-opened", controlNumber);
        return Refusal.none();
    }

    /**
     * Compares what the recipient has in the hand with this parcel and its slip.
     *
     * @param file the control number as read from the file's name, such as R8-001 or R8-001_r1
     * @param pair the number of the pair that was typed, such as W7; blank where passwords are generated
     * @return a refusal where it is not the next step, or where another file or another pair is in the hand
     */
    @Transactional
    public Optional<Refusal> compared(String controlNumber, String file, String pair, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (remedies.next(controlNumber).filter(Remedy.COMPARE_SLIP::equals).isEmpty()) {
            return outOfOrder(shipment, by);
        }
        if (!plain(file).equals(plain(shipment.message()))) {
            acts.note(by, "slip-differs", controlNumber, Map.of("in", "file"));
            return Refusal.because(
                    "提供先が開こうとしているファイルは " + shipment.message() + " ではありません。そのファイルの送付番号の電話連絡票で、もう一度パスワードを伝えてください。");
        }
        Optional<String> agreed = parcels.passwordNumber(controlNumber);
        if (agreed.isPresent() && !plain(pair).equals(plain(agreed.get()))) {
            acts.note(by, "slip-differs", controlNumber, Map.of("in", "pair"));
            return Refusal.because("提供先が使った組の番号が違います。パスワード表の第" + agreed.get() + "番で開封してもらってください。");
        }
        remedies.taken(controlNumber, Remedy.COMPARE_SLIP, Remedy.SEAL_AFRESH);
        acts.note(by, "slip-compared", controlNumber);
        return Refusal.none();
    }

    /**
     * It opens after all: it counts as sent again, and waits for its acknowledgement.
     *
     * @param from who of the recipient's said so: post and name
     */
    @Transactional
    public Optional<Refusal> opensNow(String controlNumber, String from, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (!shipments.move(controlNumber, ShipmentState.POSTED, ShipmentState.UNREADABLE)) {
            return notUnreadable(shipment, by);
        }
        shipments.remark(controlNumber, "開封できたとの連絡を受けました。受領確認コードと件数を確かめて、受領確認を記録してください。");
        acts.note(by, "opened-after-all", controlNumber, Map.of(), Map.of("from", from));
        return Refusal.none();
    }

    /**
     * Has it sealed afresh, by the other agreed method where there is one.
     *
     * @return a refusal before the other steps were taken, or while that method's own test exchange is not confirmed
     */
    @Transactional
    public Optional<Refusal> sealAfresh(String controlNumber, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.state() != ShipmentState.UNREADABLE) {
            return notUnreadable(shipment, by);
        }
        if (remedies.next(controlNumber).filter(Remedy.SEAL_AFRESH::equals).isEmpty()) {
            return outOfOrder(shipment, by);
        }
        ZipMethod method = afreshBy(shipment);
        Optional<Refusal> obstacle = sealing.obstacle(shipment, method);
        if (obstacle.isPresent()) {
            return acts.refused(by, controlNumber, obstacle.get().reason());
        }
        parcels.unseal(controlNumber, method);
        Map<String, String> methods = Map.of("was", shipment.zip().name(), "zip", method.name());
        acts.note(by, "sealed-afresh-wanted", controlNumber, methods);
        return Refusal.none();
    }

    /** Full-width letters, case, blanks and the words around a pair's number do not matter. */
    private static String plain(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKC)
                .replaceAll("[\\s第番]", "")
                .toUpperCase(Locale.ROOT);
    }

    private Optional<Refusal> notUnreadable(Shipment shipment, Actor by) {
        return acts.refused(
                by,
                shipment.controlNumber(),
                "開封不可の送付ではありません（" + shipment.state().label() + "）。");
    }

    private Optional<Refusal> outOfOrder(Shipment shipment, Actor by) {
        return acts.refused(by, shipment.controlNumber(), "先に、画面に示した順に、前の手順を行って記録してください。");
    }
}

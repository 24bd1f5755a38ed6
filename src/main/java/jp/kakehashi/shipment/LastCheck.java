package jp.kakehashi.shipment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.casefile.Freshness;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last check, in the last moment before posting and again before each further attempt (invariants 2 and 6).
 *
 * <ol>
 *   <li>The route takes a released shipment ({@link #next}) and asks the source about everyone in it.
 *       Where the source cannot be asked, its last word must not be too old, and a person must have looked up today's
 *       payments ({@link Reconciling}).
 *   <li>Someone no longer belongs: dropped and shown, the seal is broken; the rest is sealed afresh and signed again.
 *   <li>Everyone belongs, or nobody stands in it: the gate is asked, and the release compared with what stands now; only
 *       then is the letter queued.
 * </ol>
 */
@Service
@Profile("ward")
public class LastCheck {

    static final String NOT_SENT = "送信しませんでした。もう一度確認してください。";

    private static final Actor ROUTE = Actor.machine("ward-30-last-check");

    private final ShipmentLedger shipments;
    private final Turns turns;
    private final Roll roll;
    private final SealBreak sealBreak;
    private final Reconciling reconciling;
    private final Freshness freshness;
    private final SealedParcels parcels;
    private final Letters letters;
    private final Outbox outbox;
    private final Agreements agreements;
    private final Gate gate;
    private final Acts acts;
    private final Clock clock;

    LastCheck(
            ShipmentLedger shipments,
            Turns turns,
            Roll roll,
            SealBreak sealBreak,
            Reconciling reconciling,
            Freshness freshness,
            SealedParcels parcels,
            Letters letters,
            Outbox outbox,
            Agreements agreements,
            Gate gate,
            Acts acts,
            Clock clock) {
        this.shipments = shipments;
        this.turns = turns;
        this.roll = roll;
        this.sealBreak = sealBreak;
        this.reconciling = reconciling;
        this.freshness = freshness;
        this.parcels = parcels;
        this.letters = letters;
        this.outbox = outbox;
        this.agreements = agreements;
        this.gate = gate;
        this.acts = acts;
        this.clock = clock;
    }

    /** The people of the next shipment to be checked, its row locked for the caller's transaction; none or one. */
    @Transactional
    public List<RollCall> next() {
        return turns.toCheck(clock.instant()).map(roll::call).stream().toList();
    }

    /**
     * Lets the letter go, or breaks the seal.
     *
     * @param call the roll call that was put to the source, and answered into the case files
     */
    @Transactional
    public void conclude(RollCall call) {
        String number = call.controlNumber();
        Shipment shipment = shipments.locked(number);
        if (shipment.state() != ShipmentState.RELEASED || !shipment.checkWanted()) {
            return;
        }
        int dropped = roll.drop(shipment, roll.answers(shipment, call), ROUTE);
        Optional<Refusal> objection =
                gate.against(shipment).or(() -> changed(shipment)).or(() -> unreconciled(shipment));
        if (dropped > 0) {
            sealBreak.after(number, dropped, ROUTE);
        } else if (objection.isEmpty()) {
            letGo(shipment);
        } else {
            outbox.lapse(number, ROUTE);
            shipments.lapse(number);
            shipments.remark(number, objection.get().reason() + NOT_SENT);
            acts.note(ROUTE, "release-void", number);
        }
    }

    private Optional<Refusal> unreconciled(Shipment shipment) {
        return reconciling.isMissing(shipment.controlNumber(), shipment.sealed().parcelSha256())
                ? Refusal.because("本日の納付が照合票で確認されていません。")
                : Refusal.none();
    }

    private Optional<Refusal> changed(Shipment shipment) {
        Agreement agreement = agreements.of(shipment.agreement());
        String now = letters.binding(agreement, shipment, shipment.released().sitting());
        boolean stands = now.equals(shipment.released().binding())
                && parcels.isIntact(shipment)
                && letters.carriesWhatWasSealed(shipment);
        return stands ? Refusal.none() : Refusal.because("立会い後に内容または宛先が変わりました。");
    }

    private void letGo(Shipment shipment) {
        String number = shipment.controlNumber();
        UUID letter = shipment.released().letter().orElse(null);
        if (letter == null) {
            letter = outbox.queue(letters.outgoing(agreements.of(shipment.agreement()), shipment), ROUTE);
        } else if (!outbox.requeue(letter, ROUTE)) {
            tooLate(number, letter);
            return;
        }
        shipments.queued(number, letter);
        acts.note(ROUTE, "cleared", number, Map.of("letter", letter.toString(), "check", checkedBy(shipment)));
    }

    private String checkedBy(Shipment shipment) {
        if (shipment.kind().isPlainMail()) {
            return "nobody-in-it";
        }
        return freshness.canAsk() ? "source" : "sheet";
    }

    /** The letter waits no longer: its time has passed. What the mailroom says of it is what the shipment follows. */
    private void tooLate(String number, UUID letter) {
        outbox.lapse(number, ROUTE);
        shipments.queued(number, letter);
        acts.note(ROUTE, "not-cleared", number, Map.of("letter", letter.toString()));
    }
}

package jp.kakehashi.shipment;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Releasing sealed bytes, bound to all that was stood by, and the end of a release that was not used in time. */
@Service
@Profile("ward")
public class Releasing {

    private static final Actor ROUTE = Actor.machine("ward-40-lapse");

    private final ShipmentLedger shipments;
    private final Turns turns;
    private final Letters letters;
    private final Reconciling reconciling;
    private final Outbox outbox;
    private final Agreements agreements;
    private final Gate gate;
    private final Acts acts;
    private final Clock clock;

    Releasing(
            ShipmentLedger shipments,
            Turns turns,
            Letters letters,
            Reconciling reconciling,
            Outbox outbox,
            Agreements agreements,
            Gate gate,
            Acts acts,
            Clock clock) {
        this.shipments = shipments;
        this.turns = turns;
        this.letters = letters;
        this.reconciling = reconciling;
        this.outbox = outbox;
        this.agreements = agreements;
        this.gate = gate;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Releases exactly these bytes; the letter is made now and never remade. Who may do so, together with whom, was
     * judged by {@code release}.
     *
     * @param parcelSha256 the bytes that both people saw
     * @param sitting the sitting they stand in
     * @param lapsesAt when the release ends by itself
     * @param operator who operates
     * @param witness who stands by
     * @return a refusal if other bytes are sealed by now, the gate is shut, or nobody looked up today's payments where the
     *     source cannot be asked
     */
    @Transactional
    public Optional<Refusal> release(
            String controlNumber, String parcelSha256, UUID sitting, Instant lapsesAt, Actor operator, Actor witness) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.state() != ShipmentState.SEALED
                || !shipment.sealed().parcelSha256().equals(parcelSha256)) {
            return Refusal.because("送付ファイルが変わりました。もう一度内容を確認してください。");
        }
        Optional<Refusal> unreconciled = unreconciled(controlNumber, parcelSha256);
        if (unreconciled.isPresent()) {
            return unreconciled;
        }
        Optional<Refusal> barred = gate.against(shipment);
        if (barred.isPresent()) {
            acts.note(operator, "release-barred", controlNumber);
            return barred;
        }
        Agreement agreement = agreements.of(shipment.agreement());
        String binding = letters.binding(agreement, shipment, sitting);
        letters.compose(agreement, shipment);
        shipments.release(controlNumber, sitting, binding, clock.instant(), lapsesAt);
        Map<String, String> facts = Map.of(
                "parcel",
                parcelSha256,
                "rows",
                Integer.toString(shipment.rows()),
                "sitting",
                sitting.toString(),
                "binding",
                binding,
                "lapses",
                lapsesAt.toString(),
                "with",
                operator.account() + "," + witness.account());
        acts.note(operator, "released", controlNumber, facts);
        acts.note(witness, "witnessed", controlNumber, facts);
        return Refusal.none();
    }

    /** A refusal where the source cannot be asked, and nobody looked up today's payments of everyone in these bytes. */
    @Transactional(readOnly = true)
    public Optional<Refusal> unreconciled(String controlNumber, String parcelSha256) {
        return reconciling.isMissing(controlNumber, parcelSha256)
                ? Refusal.because("照合票で本日の納付を確かめ、署名してから送信してください（送付の画面の「照合票を開く」）。")
                : Refusal.none();
    }

    /**
     * Ends what is left of a sitting's releases, since nothing is posted outside a sitting. A letter that waits in the
     * outbox lapses there, and its shipment follows; one that is being posted at this moment goes on.
     *
     * @param by who ended the sitting
     */
    @Transactional
    public void endWith(UUID sitting, Actor by) {
        for (Shipment seen : shipments.releasedIn(sitting)) {
            // A last check may have it in hand: only what stands there afterwards can be ended.
            Shipment shipment = shipments.locked(seen.controlNumber());
            if (shipment.state() == ShipmentState.RELEASED
                    && shipment.released().sitting().equals(sitting)) {
                end(shipment, by);
            }
        }
    }

    /**
     * Ends every release that the gate bars by now, as {@link #endWith} ends those of a sitting. What a last check has in
     * hand at this moment is left to it: it asks the gate too.
     *
     * @param by who shut the gate
     */
    @Transactional
    public void endBarred(Actor by) {
        for (Shipment shipment : turns.released()) {
            gate.against(shipment).filter(no -> end(shipment, by)).ifPresent(no -> {
                shipments.remark(shipment.controlNumber(), no.reason() + LastCheck.NOT_SENT);
            });
        }
    }

    /** Whether there was anything left to end. */
    private boolean end(Shipment shipment, Actor by) {
        String number = shipment.controlNumber();
        if (shipment.released().letter().isPresent()) {
            return outbox.lapse(number, by) > 0;
        }
        boolean lapsed = shipments.lapse(number);
        if (lapsed) {
            acts.note(by, "lapsed", number);
        }
        return lapsed;
    }

    /**
     * Ends releases that were not used in time, or that the gate bars by now: back to sealed. A letter already in the
     * outbox lapses there.
     */
    @Transactional
    public void lapse() {
        endBarred(ROUTE);
        for (String number : turns.lapsed(clock.instant())) {
            if (shipments.lapse(number)) {
                acts.note(ROUTE, "lapsed", number);
            }
        }
    }
}

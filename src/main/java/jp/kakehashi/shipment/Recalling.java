package jp.kakehashi.shipment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.kakehashi.casefile.HeldCase;
import jp.kakehashi.casefile.PaymentReceipts;
import jp.kakehashi.casefile.Reason;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back who showed a receipt at the counter, up to the last moment (invariant 6).
 *
 * <ol>
 *   <li>The shipment that holds the person is locked, then the receipt registered: in this order, in which whoever seals or
 *       checks a shipment locks it and its cases.
 *   <li>Before its release nothing is to be done: sealing and the last check drop the person.
 *   <li>Once released, its letter is taken out of the outbox and the person dropped; the rest is sealed and signed afresh.
 *   <li>What a poster has in hand, or has posted, cannot be stopped: the officer is told so. What came back into our own
 *       hands, to be sent again, can.
 * </ol>
 */
@Service
@Profile("ward")
public class Recalling {

    /** It lies with us, whether or not it was sent before. */
    private static final Set<ShipmentState> IN_OUR_HANDS = EnumSet.of(
            ShipmentState.DRAFTED,
            ShipmentState.DECIDED,
            ShipmentState.SEALED,
            ShipmentState.REFUSED,
            ShipmentState.RELEASED);

    private final ShipmentLedger shipments;
    private final Roll roll;
    private final SealBreak sealBreak;
    private final Outbox outbox;
    private final PaymentReceipts receipts;
    private final Acts acts;

    Recalling(
            ShipmentLedger shipments,
            Roll roll,
            SealBreak sealBreak,
            Outbox outbox,
            PaymentReceipts receipts,
            Acts acts) {
        this.shipments = shipments;
        this.roll = roll;
        this.sealBreak = sealBreak;
        this.outbox = outbox;
        this.receipts = receipts;
        this.acts = acts;
    }

    /**
     * Registers a receipt (領収証書の確認), and holds back what still can be.
     *
     * @param payeeNo 宛名番号
     * @param paidOn 領収日
     */
    @Transactional
    public Recall receiptSeen(String payeeNo, LocalDate paidOn, Actor by) {
        Optional<Shipment> holding = receipts.held(payeeNo).map(found -> shipments.locked(found.controlNumber()));
        Optional<String> no = receipts.seen(payeeNo, paidOn, by);
        if (no.isPresent()) {
            return new Recall.Refused(no.get());
        }
        // Before both were locked it may have left that shipment, and at most have come into a new draft.
        Optional<HeldCase> now = receipts.held(payeeNo);
        if (now.isEmpty()) {
            return new Recall.InNone();
        }
        String number = now.get().controlNumber();
        return holding.filter(shipment -> shipment.controlNumber().equals(number))
                .map(shipment -> recall(shipment, now.get(), by))
                .orElseGet(() -> new Recall.Leaves(number));
    }

    private Recall recall(Shipment shipment, HeldCase held, Actor by) {
        String number = shipment.controlNumber();
        boolean stillInIt = IN_OUR_HANDS.contains(shipment.state()) && roll.holds(shipment, held.caseId());
        if (stillInIt && shipment.state() != ShipmentState.RELEASED) {
            return new Recall.Leaves(number);
        }
        if (!stillInIt || !holdBack(shipment, by)) {
            acts.note(by, "receipt-too-late", number);
            return new Recall.TooLate(number);
        }
        roll.drop(shipment, held.caseId(), Reason.RECEIPT_SEEN.label(), by);
        sealBreak.after(number, 1, by);
        return new Recall.HeldBack(number);
    }

    /** Whether no mail server has its letter: it was not queued yet, lapses now, or ended unposted a moment ago. */
    private boolean holdBack(Shipment shipment, Actor by) {
        return shipment.released()
                .letter()
                .map(letter -> outbox.takeBack(letter, by))
                .orElse(true);
    }
}

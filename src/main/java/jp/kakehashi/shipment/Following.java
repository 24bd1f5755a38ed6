package jp.kakehashi.shipment;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.mailroom.Outcome;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Direction;
import jp.kakehashi.register.Entry;
import jp.kakehashi.register.Register;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of a letter, carried over to its shipment and its cases in one transaction.
 *
 * <p>Each outcome may come twice, late, or after one that says more: a state is left only for one that the outcome may
 * follow, and everything else changes nothing.
 */
@Service
@Profile("ward")
public class Following {

    private static final Actor ROUTE = Actor.machine("ward-50-follow");

    /** Between two attempts at the server, inside the window of a release. */
    private static final Duration BACKOFF = Duration.ofMinutes(1);

    private final ShipmentLedger shipments;
    private final ShipmentRows rows;
    private final SealedParcels parcels;
    private final Remedies remedies;
    private final Cases cases;
    private final Register register;
    private final Acts acts;
    private final Clock clock;

    Following(
            ShipmentLedger shipments,
            ShipmentRows rows,
            SealedParcels parcels,
            Remedies remedies,
            Cases cases,
            Register register,
            Acts acts,
            Clock clock) {
        this.shipments = shipments;
        this.rows = rows;
        this.parcels = parcels;
        this.remedies = remedies;
        this.cases = cases;
        this.register = register;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Follows one outcome. One about something that is no shipment is left to whoever follows next.
     *
     * @param outcome what the mailroom found out
     */
    @Transactional
    public void follow(Outcome outcome) {
        if (shipments.find(outcome.reference()).isEmpty()) {
            return;
        }
        Shipment shipment = shipments.locked(outcome.reference());
        if (!isAbout(shipment, outcome)) {
            return;
        }
        if (outcome instanceof Outcome.Posted posted) {
            posted(shipment, posted);
        } else if (outcome instanceof Outcome.Unknown) {
            unknown(shipment);
        } else if (outcome instanceof Outcome.Deferred) {
            shipments.checkAgain(shipment.controlNumber(), clock.instant().plus(BACKOFF));
        } else if (outcome instanceof Outcome.Lapsed) {
            lapsed(shipment);
        } else if (outcome instanceof Outcome.Refused refused) {
            refused(shipment, refused);
        } else if (outcome instanceof Outcome.Returned returned) {
            returned(shipment, returned);
        } else if (outcome instanceof Outcome.NotDelivered) {
            notDelivered(shipment);
        } else if (outcome instanceof Outcome.Acknowledged acknowledged) {
            acknowledged(shipment, acknowledged);
        } else if (outcome instanceof Outcome.CannotOpen) {
            cannotOpen(shipment);
        }
    }

    /**
     * Whether the outcome speaks of what is sealed now. The end of one attempt says nothing about the next; what is said
     * of the recipient's parcel holds until other bytes are sealed.
     */
    private static boolean isAbout(Shipment shipment, Outcome outcome) {
        boolean ofThisAttempt = shipment.release()
                .flatMap(Shipment.Release::letter)
                .filter(outcome.about().letter()::equals)
                .isPresent();
        boolean ofOneAttempt = outcome instanceof Outcome.Deferred
                || outcome instanceof Outcome.Lapsed
                || outcome instanceof Outcome.Refused
                || outcome instanceof Outcome.Unknown;
        return ofThisAttempt || (!ofOneAttempt && shipment.revision() == 0);
    }

    private void posted(Shipment shipment, Outcome.Posted posted) {
        if (move(
                shipment,
                ShipmentState.POSTED,
                ShipmentState.RELEASED,
                ShipmentState.OUTCOME_UNKNOWN,
                ShipmentState.SEALED)) {
            shipments.postedAt(shipment.controlNumber(), posted.at());
            provide(shipment);
        }
    }

    /** The bureau may have it: the people count as provided until evidence or a named person says otherwise. */
    private void unknown(Shipment shipment) {
        if (move(shipment, ShipmentState.OUTCOME_UNKNOWN, ShipmentState.RELEASED)) {
            shipments.remark(
                    shipment.controlNumber(),
                    "サーバーの最終応答がなく、届いたかどうか分かりません。控えの受信・不達通知・受領確認を待つか、電話で確認して記録してください。再送はまだしないでください。");
            shipments.postedAt(shipment.controlNumber(), clock.instant());
            provide(shipment);
        }
    }

    /** A test exchange and a nil notice provide nobody. */
    private void provide(Shipment shipment) {
        String number = shipment.controlNumber();
        if (rows.keptCaseIds(number).isEmpty()) {
            return;
        }
        List<ShipmentRow> kept = rows.kept(number);
        cases.provided(kept.stream().map(ShipmentRow::caseId).toList(), number);
        String message = shipment.message();
        if (!register.of(message).isEmpty()) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        for (ShipmentRow row : kept) {
            entries.add(new Entry(
                    message,
                    shipment.kind().name(),
                    Direction.SENT,
                    entries.size() + 1,
                    row.personKey(),
                    Cells.named(row.cells()),
                    clock.instant()));
        }
        register.write(entries);
    }

    private void lapsed(Shipment shipment) {
        if (shipment.state() == ShipmentState.RELEASED) {
            shipments.lapse(shipment.controlNumber());
            acts.note(ROUTE, "lapsed", shipment.controlNumber());
        }
    }

    private void refused(Shipment shipment, Outcome.Refused refused) {
        if (move(shipment, ShipmentState.REFUSED, ShipmentState.RELEASED)) {
            shipments.remark(
                    shipment.controlNumber(),
                    "送信できませんでした（" + refused.reason()
                            + refused.reply().map(reply -> "：" + reply).orElse("") + "）。");
        }
    }

    private void returned(Shipment shipment, Outcome.Returned returned) {
        if (move(shipment, ShipmentState.RETURNED, ShipmentState.POSTED, ShipmentState.OUTCOME_UNKNOWN)
                && !returned.byPerson()) {
            shipments.remark(shipment.controlNumber(), "不達通知を受けました（" + returned.status() + "）。提供先に電話で確認し、結果を記録してください。");
        }
    }

    /** What was sealed afresh followed a file that may be there: that the later one is not takes nobody back. */
    private void notDelivered(Shipment shipment) {
        boolean moved = move(
                shipment,
                ShipmentState.NOT_DELIVERED,
                ShipmentState.POSTED,
                ShipmentState.OUTCOME_UNKNOWN,
                ShipmentState.RETURNED,
                ShipmentState.REFUSED);
        if (moved && shipment.revision() == 0) {
            cases.notProvided(rows.caseIds(shipment.controlNumber()), shipment.controlNumber());
        }
    }

    /**
     * Whoever repeats the code has opened the file; a wrong one, or none, proves nothing and is left to a person. In a
     * form without a code no machine's word is enough.
     */
    private void acknowledged(Shipment shipment, Outcome.Acknowledged acknowledged) {
        String number = shipment.controlNumber();
        if (shipment.seal().isEmpty()
                || acknowledged.code().isEmpty()
                || !acknowledged.code().equals(parcels.code(number))
                || shipment.rows() != acknowledged.rows()) {
            shipments.remark(number, "受領確認を受けましたが、確認コードまたは件数が一致しません。提供先に電話で確認してください。");
            acts.note(ROUTE, "acknowledgement-disagrees", number);
        } else if (move(
                shipment,
                ShipmentState.ACKNOWLEDGED,
                ShipmentState.RELEASED,
                ShipmentState.POSTED,
                ShipmentState.OUTCOME_UNKNOWN,
                ShipmentState.RETURNED,
                ShipmentState.UNREADABLE,
                ShipmentState.SEALED)) {
            shipments.acknowledgedAt(number, acknowledged.at());
            provide(shipment);
        }
    }

    private void cannotOpen(Shipment shipment) {
        if (remedies.begin(shipment.controlNumber())) {
            note(shipment, ShipmentState.UNREADABLE);
            shipments.remark(shipment.controlNumber(), "提供先で開封できませんでした。下の手順に沿って、電話で確認してください。");
        }
    }

    private boolean move(Shipment shipment, ShipmentState to, ShipmentState... from) {
        boolean moved = shipments.move(shipment.controlNumber(), to, from);
        if (moved) {
            note(shipment, to);
        }
        return moved;
    }

    private void note(Shipment shipment, ShipmentState to) {
        acts.note(
                ROUTE,
                to.name().toLowerCase(Locale.ROOT),
                shipment.controlNumber(),
                Map.of("from", shipment.state().name()));
    }
}

package jp.kakehashi.shipment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.casefile.Standing;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sealing: the source is asked about everyone once more, whoever no longer belongs is dropped, the rest is encrypted.
 *
 * <ol>
 *   <li>A page writes the wish ({@link #want}).
 *   <li>The route takes it ({@link #next}), asks the source about those people, and hands over the answers.
 *   <li>{@link #seal} drops and seals in one transaction, in which the wish ends.
 * </ol>
 *
 * <p>A plain mail goes the same way: nobody is asked about, and its text is what is sealed.
 */
@Service
@Profile("ward")
public class Sealing {

    private static final Actor ROUTE = Actor.machine("ward-20-seal");

    private final ShipmentLedger shipments;
    private final Turns turns;
    private final Roll roll;
    private final ShipmentRows rows;
    private final Sealer sealer;
    private final SealedParcels parcels;
    private final Letters letters;
    private final Attempts attempts;
    private final Agreements agreements;
    private final TestExchanges testExchanges;
    private final PasswordTable table;
    private final NilNotices nilNotices;
    private final Acts acts;
    private final Clock clock;

    Sealing(
            ShipmentLedger shipments,
            Turns turns,
            Roll roll,
            ShipmentRows rows,
            Sealer sealer,
            SealedParcels parcels,
            Letters letters,
            Attempts attempts,
            Agreements agreements,
            TestExchanges testExchanges,
            PasswordTable table,
            NilNotices nilNotices,
            Acts acts,
            Clock clock) {
        this.shipments = shipments;
        this.turns = turns;
        this.roll = roll;
        this.rows = rows;
        this.sealer = sealer;
        this.parcels = parcels;
        this.letters = letters;
        this.attempts = attempts;
        this.agreements = agreements;
        this.testExchanges = testExchanges;
        this.table = table;
        this.nilNotices = nilNotices;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Asks for a decided shipment to be checked at the source and sealed, or for a sealed one to be sealed again from
     * fresh facts. What the mailroom has had in hand keeps its bytes and its Message-ID (invariant 4): the last check of a
     * resend drops whoever no longer belongs.
     *
     * @return a refusal where nothing may be sealed now
     */
    @Transactional
    public Optional<Refusal> want(String controlNumber, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.state() != ShipmentState.DECIDED && shipment.state() != ShipmentState.SEALED) {
            return acts.refused(
                    by, controlNumber, "決裁済の送付だけを暗号化できます（" + shipment.state().label() + "）。");
        }
        if (keepsItsBytes(controlNumber)) {
            return acts.refused(by, controlNumber, "一度送信に回した送付ファイルは、暗号化し直さず、同じファイルのまま再送します。対象外になった人は、送信直前の確認で除かれます。");
        }
        Optional<Refusal> refusal = obstacle(shipment, shipment.zip());
        if (refusal.isPresent()) {
            return acts.refused(by, controlNumber, refusal.get().reason());
        }
        if (shipment.state() == ShipmentState.SEALED) {
            parcels.unseal(controlNumber);
        } else {
            shipments.wantSeal(controlNumber);
        }
        acts.note(by, "seal-wanted", controlNumber);
        return Refusal.none();
    }

    /** Why it cannot be sealed by this method now: old facts, an untried path, a table that is used up, an untrue notice. */
    Optional<Refusal> obstacle(Shipment shipment, ZipMethod method) {
        if (shipment.kind().isPlainMail()) {
            return nilNotices.outdated(shipment);
        }
        if (roll.isStale(shipment)) {
            return Refusal.because("取込み元の情報が、協定で決めた日数より古くなっています。新しい抽出ファイルを取り込んでから暗号化してください。");
        }
        Agreement agreement = agreements.of(shipment.agreement());
        return testExchanges.missing(agreement, shipment.kind(), method).or(() -> table.exhausted(agreement));
    }

    /** Whether the sealed bytes have been in the mailroom's hand: they may have left, and are never made anew. */
    @Transactional(readOnly = true)
    public boolean keepsItsBytes(String controlNumber) {
        return !attempts.of(controlNumber).isEmpty();
    }

    /** The people of the next shipment to be sealed, its row locked for the caller's transaction; none or one. */
    @Transactional
    public List<RollCall> next() {
        return turns.toSeal(clock.instant()).map(roll::call).stream().toList();
    }

    /**
     * Drops whoever no longer belongs and seals the rest; with nobody left the shipment is cancelled.
     *
     * @param call the roll call that was put to the source, and answered into the case files
     */
    @Transactional
    public void seal(RollCall call) {
        String number = call.controlNumber();
        Shipment shipment = shipments.locked(number);
        if (shipment.state() != ShipmentState.DECIDED || !shipment.sealWanted()) {
            return;
        }
        if (shipment.kind().isPlainMail()) {
            String digest = letters.seal(agreements.of(shipment.agreement()), shipment);
            acts.note(ROUTE, "sealed", number, Map.of("rows", "0", "text", digest));
        } else {
            sealParcel(shipment, call);
        }
    }

    private void sealParcel(Shipment shipment, RollCall call) {
        String number = shipment.controlNumber();
        Map<UUID, Standing> standings = roll.answers(shipment, call);
        roll.drop(shipment, standings, ROUTE);
        List<ShipmentRow> kept = rows.kept(number);
        if (kept.isEmpty()) {
            shipments.cancelEmpty(number);
            acts.note(ROUTE, "cancelled", number, Map.of("rows", "0"));
            return;
        }
        Agreement agreement = agreements.of(shipment.agreement());
        SealedParcels.Parcel parcel = sealer.seal(agreement, shipment, kept);
        parcels.seal(number, parcel, oldest(standings, call), clock.instant());
        acts.note(
                ROUTE,
                "sealed",
                number,
                Map.of(
                        "rows",
                        Integer.toString(kept.size()),
                        "parcel",
                        parcel.sha256(),
                        "zip",
                        shipment.zip().name()));
    }

    /** A test exchange asks about nobody. */
    private static Instant oldest(Map<UUID, Standing> standings, RollCall call) {
        return standings.values().stream()
                .filter(Standing.Belongs.class::isInstance)
                .map(standing -> ((Standing.Belongs) standing).asOf())
                .min(Instant::compareTo)
                .orElse(call.askedAt());
    }
}

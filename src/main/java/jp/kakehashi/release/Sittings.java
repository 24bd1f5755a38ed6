package jp.kakehashi.release;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Preview;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Releasing;
import jp.kakehashi.shipment.Sealing;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sitting 「本日の送信」: people stand at one PC, for every document that is to go, of whatever kind.
 *
 * <ol>
 *   <li>The operator opens it and has each document checked at the source and sealed.
 *   <li>The sealed file is previewed; the check question asks for the row count and for the end of one card number
 *       (of a plain mail: of the control number).
 *   <li>The operator answers and confirms, document by document.
 *   <li>The witness enters once and confirms each: {@link Witnessing}.
 * </ol>
 *
 * <p>Both stand on the 取扱者指定簿 today; the witness is neither the operator nor the drafter. A refused attempt is in
 * the chain too (invariant 8).
 */
@Service
@Profile("ward")
public class Sittings {

    private final Signings signings;
    private final Sealing sealing;
    private final Releasing releasing;
    private final Shipments shipments;
    private final Attendance attendance;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sittings(
            Signings signings,
            Sealing sealing,
            Releasing releasing,
            Shipments shipments,
            Attendance attendance,
            Clock clock) {
        this.signings = signings;
        this.sealing = sealing;
        this.releasing = releasing;
        this.shipments = shipments;
        this.attendance = attendance;
        this.clock = clock;
    }

    /** Opens a sitting. */
    @Transactional
    public UUID open(Person operator) {
        UUID sitting = UUID.randomUUID();
        signings.open(sitting, operator.account(), clock.instant());
        attendance.note(attendance.actor(operator), "opened", sitting.toString(), Map.of());
        return sitting;
    }

    /** The account of the operator of a sitting that is open; empty for one that has ended or never was. */
    public Optional<String> operator(UUID sitting) {
        return signings.operator(sitting);
    }

    /** Ends a sitting: nothing more is signed in it, and what it released but was not posted yet lapses. */
    @Transactional
    public Optional<Refusal> end(UUID sitting, Person operator) {
        if (!signings.operator(sitting).equals(Optional.of(operator.account()))) {
            return attendance.refused(sitting.toString(), attendance.actor(operator), "この送信立会いの操作者ではありません。");
        }
        Actor by = attendance.actor(operator);
        signings.end(sitting, clock.instant());
        releasing.endWith(sitting, by);
        attendance.note(by, "ended", sitting.toString(), Map.of());
        return Refusal.none();
    }

    /** Has the shipment checked at the source and sealed; the result shows in its state. */
    @Transactional
    public Optional<Refusal> seal(UUID sitting, String controlNumber, Person operator) {
        return attendance
                .unfitOperator(sitting, controlNumber, operator)
                .or(() -> sealing.want(controlNumber, attendance.actor(operator)));
    }

    /** The sealed file, and where the signing of it stands in this sitting. */
    @Transactional
    public Sheet sheet(UUID sitting, String controlNumber, Actor viewer) {
        Preview preview = shipments.preview(controlNumber, viewer);
        String parcel = preview.shipment().seal().orElseThrow().parcelSha256();
        return new Sheet(preview, signings.of(sitting, preview, parcel, anyOf(preview.rows())));
    }

    private int anyOf(List<List<String>> rows) {
        return rows.isEmpty() ? 0 : random.nextInt(rows.size()) + 1;
    }

    /**
     * The operator confirms.
     *
     * @param parcelSha256 the bytes whose preview was shown
     */
    @Transactional
    public Optional<Refusal> operatorSigns(
            UUID sitting, String controlNumber, String parcelSha256, CheckAnswer answer, Person operator) {
        Optional<Refusal> refusal = attendance
                .unfitOperator(sitting, controlNumber, operator)
                .or(() -> attendance.barred(controlNumber, attendance.actor(operator)))
                .or(() -> attendance.signedBefore(sitting, controlNumber, parcelSha256, operator))
                .or(() -> releasing.unreconciled(controlNumber, parcelSha256))
                .or(() -> attendance.wrong(sitting, controlNumber, parcelSha256, answer, attendance.actor(operator)));
        if (refusal.isEmpty()) {
            Signing signing =
                    signings.find(sitting, controlNumber, parcelSha256).orElseThrow();
            signings.operatorSigned(signing, clock.instant());
            attendance.note(
                    attendance.actor(operator), "operator-signed", controlNumber, Map.of("parcel", parcelSha256));
        }
        return refusal;
    }
}

package jp.kakehashi.release;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.SignIn;
import jp.kakehashi.register.Sha256;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Releasing;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The witness of a sitting (立会人), inside the operator's page.
 *
 * <ol>
 *   <li>ID and password are entered once, for every document that the operator has confirmed by then. They are worth one
 *       ticket, which the page hands back with each confirmation.
 *   <li>The ticket stands for those sealed bytes alone: what is sealed or confirmed afterwards needs a new entry. A
 *       document whose witness this person may not be is left out, with the reason.
 *   <li>The witness sees the preview of each document, answers its check question and confirms it; that document is
 *       released, bound to those bytes.
 *   <li>With the last document, with the page, or after ten minutes the ticket is worth nothing.
 * </ol>
 */
@Service
@Profile("ward")
public class Witnessing {

    /** How long a witness may read the previews before entering again. */
    private static final Duration TICKET_LIFE = Duration.ofMinutes(10);

    private static final String TICKET_GONE = "立会人の確認の時間が過ぎたか、別の画面で行われました。もう一度IDとパスワードを入力してください。";

    private final Signings signings;
    private final Releasing releasing;
    private final Shipments shipments;
    private final People people;
    private final Attendance attendance;
    private final Hours hours;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Witnessing(
            Signings signings,
            Releasing releasing,
            Shipments shipments,
            People people,
            Attendance attendance,
            Hours hours,
            Clock clock) {
        this.signings = signings;
        this.releasing = releasing;
        this.shipments = shipments;
        this.people = people;
        this.attendance = attendance;
        this.hours = hours;
        this.clock = clock;
    }

    /** The witness enters ID and password, for every document that the operator has confirmed. */
    @Transactional
    public WitnessEntry enter(UUID sitting, String account, char[] password) {
        List<Signing> waiting =
                signings.in(sitting).stream().filter(this::waits).toList();
        if (waiting.isEmpty()) {
            return new WitnessEntry.Refused("先に操作者が内容を確認してください。");
        }
        return people.signIn(account, password) instanceof SignIn.Admitted admitted
                ? admit(waiting, admitted.person())
                : new WitnessEntry.Refused("立会人のIDまたはパスワードが違うか、本日使えないアカウントです。");
    }

    private WitnessEntry admit(List<Signing> waiting, Person witness) {
        String ticket = ticket();
        Instant now = clock.instant();
        List<String> leftOut = new ArrayList<>();
        for (Signing signing : waiting) {
            String number = signing.controlNumber();
            Optional<Refusal> unfit = attendance.unfitWitness(signing.sitting(), number, witness);
            if (unfit.isPresent()) {
                leftOut.add(number + "：" + unfit.get().reason());
            } else if (signings.witnessEntered(signing, witness.account(), digest(ticket), now)) {
                Map<String, String> facts = Map.of("parcel", signing.parcelSha256());
                attendance.note(attendance.actor(witness), "witness-entered", number, facts);
            }
        }
        return leftOut.size() == waiting.size()
                ? new WitnessEntry.Refused(String.join(" ", leftOut))
                : new WitnessEntry.Admitted(ticket, leftOut);
    }

    /** What a ticket still stands for, document by document; empty when it is worth nothing any more. */
    @Transactional(readOnly = true)
    public List<Signing> awaiting(UUID sitting, String ticket) {
        return signings.covered(sitting, digest(ticket), clock.instant().minus(TICKET_LIFE)).stream()
                .filter(this::waits)
                .toList();
    }

    /** Confirmed by the operator alone, and the same bytes are sealed still. */
    private boolean waits(Signing signing) {
        return signing.operatorSignedAt().isPresent()
                && signing.witnessSignedAt().isEmpty()
                && shipment(signing).state() == ShipmentState.SEALED
                && shipment(signing)
                        .seal()
                        .filter(seal -> seal.parcelSha256().equals(signing.parcelSha256()))
                        .isPresent();
    }

    /**
     * The witness confirms one document, and it is released.
     *
     * @param parcelSha256 the bytes whose preview was shown
     * @param ticket what {@link #enter} gave to the page
     */
    @Transactional
    public Optional<Refusal> sign(
            UUID sitting,
            String controlNumber,
            String parcelSha256,
            String ticket,
            CheckAnswer answer,
            Person operator) {
        Signing signing = signings.find(sitting, controlNumber, parcelSha256).orElse(null);
        if (signing == null || signing.witness().isEmpty()) {
            return Refusal.because("立会人がまだIDとパスワードを入力していません。");
        }
        Instant now = clock.instant();
        // Without the ticket nothing here is the witness's doing, and nothing goes into the chain under their name.
        if (!signings.ticketHeld(signing, digest(ticket), now.minus(TICKET_LIFE))) {
            return attendance.refused(controlNumber, attendance.actor(operator), TICKET_GONE);
        }
        Person witness = people.person(signing.witness().get()).orElseThrow();
        Optional<Refusal> refusal = attendance
                .unfitOperator(sitting, controlNumber, operator)
                .or(() -> attendance.unfitWitness(sitting, controlNumber, witness))
                .or(() -> closed(shipment(signing), operator, now))
                .or(() -> attendance.barred(controlNumber, attendance.actor(operator)))
                .or(() -> attendance.wrong(sitting, controlNumber, parcelSha256, answer, attendance.actor(witness)));
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!signings.witnessSigned(signing, digest(ticket), now, now.minus(TICKET_LIFE))) {
            return attendance.refused(controlNumber, attendance.actor(operator), TICKET_GONE);
        }
        return releasing.release(
                controlNumber,
                parcelSha256,
                sitting,
                hours.lapse(shipment(signing), now),
                attendance.actor(operator),
                attendance.actor(witness));
    }

    /** A release of after closing time would have lapsed before it began. */
    private Optional<Refusal> closed(Shipment shipment, Person operator, Instant now) {
        return now.isBefore(hours.closing(shipment))
                ? Refusal.none()
                : attendance.refused(
                        shipment.controlNumber(),
                        attendance.actor(operator),
                        "本日の送信の終了時刻を過ぎています。次の開庁日に、新しい送信立会いで送ってください。");
    }

    private Shipment shipment(Signing signing) {
        return shipments.find(signing.controlNumber()).orElseThrow();
    }

    private String ticket() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String digest(String ticket) {
        return Sha256.hex(ticket.getBytes(StandardCharsets.US_ASCII));
    }
}

package jp.kakehashi.release;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.ReleaseRules;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.SignIn;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Sha256;
import jp.kakehashi.shipment.Preview;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Releasing;
import jp.kakehashi.shipment.Sealing;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sitting 「本日の送信」: people stand at one PC.
 *
 * <ol>
 *   <li>The operator opens it and has the shipment checked at the source and sealed.
 *   <li>The sealed file is previewed; the check question asks for the row count and for the end of one card number.
 *   <li>The operator answers and confirms.
 *   <li>The witness enters ID and password inside the operator's page, sees the same preview, answers and confirms. The
 *       identity lives in a ticket of that page alone.
 *   <li>The shipment is released, bound to those bytes. Sealed afresh, it is signed afresh by both.
 * </ol>
 *
 * <p>Both stand on the 取扱者指定簿 today; the witness is neither the operator nor the drafter. A refused attempt is in
 * the chain too (invariant 8).
 */
@Service
@Profile("ward")
public class Sittings {

    /** How long a witness may read the preview before signing in again. */
    private static final Duration TICKET_LIFE = Duration.ofMinutes(10);

    private static final String TICKET_GONE = "立会人の確認の時間が過ぎたか、別の画面で行われました。もう一度IDとパスワードを入力してください。";

    private final Signings signings;
    private final Sealing sealing;
    private final Releasing releasing;
    private final Shipments shipments;
    private final People people;
    private final Agreements agreements;
    private final Attendance attendance;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sittings(
            Signings signings,
            Sealing sealing,
            Releasing releasing,
            Shipments shipments,
            People people,
            Agreements agreements,
            Attendance attendance,
            Clock clock) {
        this.signings = signings;
        this.sealing = sealing;
        this.releasing = releasing;
        this.shipments = shipments;
        this.people = people;
        this.agreements = agreements;
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
        int row = random.nextInt(preview.rows().size()) + 1;
        return new Sheet(preview, signings.of(sitting, controlNumber, parcel, row));
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

    /**
     * The witness enters ID and password inside the operator's page.
     *
     * @param parcelSha256 the bytes that the operator confirmed
     */
    @Transactional
    public WitnessEntry witnessEnters(
            UUID sitting, String controlNumber, String parcelSha256, String account, char[] password) {
        if (!(people.signIn(account, password) instanceof SignIn.Admitted admitted)) {
            return new WitnessEntry.Refused("立会人のIDまたはパスワードが違うか、本日使えないアカウントです。");
        }
        Person witness = admitted.person();
        Optional<Refusal> unfit = attendance.unfitWitness(sitting, controlNumber, witness);
        if (unfit.isPresent()) {
            return new WitnessEntry.Refused(unfit.get().reason());
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String ticket = HexFormat.of().formatHex(bytes);
        boolean entered = signings.find(sitting, controlNumber, parcelSha256)
                .filter(signing -> signings.witnessEntered(signing, account, digest(ticket), clock.instant()))
                .isPresent();
        if (!entered) {
            return new WitnessEntry.Refused("先に操作者が内容を確認してください。");
        }
        attendance.note(attendance.actor(witness), "witness-entered", controlNumber, Map.of("parcel", parcelSha256));
        return new WitnessEntry.Admitted(ticket, witness.name());
    }

    /**
     * The witness confirms, and the shipment is released.
     *
     * @param ticket what {@link #witnessEnters} gave to the page
     */
    @Transactional
    public Optional<Refusal> witnessSigns(
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
                .or(() -> closed(controlNumber, operator, now))
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
                lapse(controlNumber, now),
                attendance.actor(operator),
                attendance.actor(witness));
    }

    /** A release of after closing time would have lapsed before it began. */
    private Optional<Refusal> closed(String controlNumber, Person operator, Instant now) {
        return now.isBefore(closing(controlNumber))
                ? Refusal.none()
                : attendance.refused(
                        controlNumber, attendance.actor(operator), "本日の送信の終了時刻を過ぎています。次の開庁日に、新しい送信立会いで送ってください。");
    }

    private Instant lapse(String controlNumber, Instant now) {
        Instant closing = closing(controlNumber);
        Instant lapse = now.plus(Duration.ofMinutes(rules(controlNumber).lapseAfter()));
        return lapse.isBefore(closing) ? lapse : closing;
    }

    private Instant closing(String controlNumber) {
        return LocalDate.now(clock)
                .atTime(rules(controlNumber).closingTime())
                .atZone(clock.getZone())
                .toInstant();
    }

    private ReleaseRules rules(String controlNumber) {
        return agreements
                .of(shipments.find(controlNumber).orElseThrow().agreement())
                .release();
    }

    private static String digest(String ticket) {
        return Sha256.hex(ticket.getBytes(StandardCharsets.US_ASCII));
    }
}

package jp.kakehashi.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.people.SignIn;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.shipment.Preview;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Releasing;
import jp.kakehashi.shipment.Sealing;
import jp.kakehashi.shipment.Shipment;
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

    private final Signings signings;
    private final Sealing sealing;
    private final Releasing releasing;
    private final Shipments shipments;
    private final People people;
    private final Agreements agreements;
    private final Chain chain;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sittings(
            Signings signings,
            Sealing sealing,
            Releasing releasing,
            Shipments shipments,
            People people,
            Agreements agreements,
            Chain chain,
            Clock clock) {
        this.signings = signings;
        this.sealing = sealing;
        this.releasing = releasing;
        this.shipments = shipments;
        this.people = people;
        this.agreements = agreements;
        this.chain = chain;
        this.clock = clock;
    }

    /** Opens a sitting. */
    @Transactional
    public UUID open(Person operator) {
        UUID sitting = UUID.randomUUID();
        signings.open(sitting, operator.account(), clock.instant());
        note(actor(operator), "opened", sitting.toString(), Map.of());
        return sitting;
    }

    /** The account of the operator of a sitting that is open; empty for one that has ended or never was. */
    public Optional<String> operator(UUID sitting) {
        return signings.operator(sitting);
    }

    /** Ends a sitting: nothing more is signed in it. */
    @Transactional
    public void end(UUID sitting, Person operator) {
        signings.end(sitting, clock.instant());
        note(actor(operator), "ended", sitting.toString(), Map.of());
    }

    /** Has the shipment checked at the source and sealed; the result shows in its state. */
    @Transactional
    public Optional<Refusal> seal(UUID sitting, String controlNumber, Person operator) {
        return unfitOperator(sitting, controlNumber, operator).or(() -> sealing.want(controlNumber, actor(operator)));
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
        Optional<Refusal> refusal = unfitOperator(sitting, controlNumber, operator)
                .or(() -> wrong(sitting, controlNumber, parcelSha256, answer, actor(operator)));
        if (refusal.isEmpty()) {
            Signing signing =
                    signings.find(sitting, controlNumber, parcelSha256).orElseThrow();
            signings.operatorSigned(signing, clock.instant());
            note(actor(operator), "operator-signed", controlNumber, Map.of("parcel", parcelSha256));
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
        Optional<Refusal> unfit = unfitWitness(sitting, controlNumber, witness);
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
        note(actor(witness), "witness-entered", controlNumber, Map.of("parcel", parcelSha256));
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
        Person witness = people.person(signing.witness().get()).orElseThrow();
        Optional<Refusal> refusal = unfitOperator(sitting, controlNumber, operator)
                .or(() -> unfitWitness(sitting, controlNumber, witness))
                .or(() -> wrong(sitting, controlNumber, parcelSha256, answer, actor(witness)));
        if (refusal.isPresent()) {
            return refusal;
        }
        Instant now = clock.instant();
        if (!signings.witnessSigned(signing, digest(ticket), now, now.minus(TICKET_LIFE))) {
            return refused(controlNumber, actor(witness), "立会人の確認の時間が過ぎたか、別の画面で行われました。もう一度IDとパスワードを入力してください。");
        }
        return releasing.release(
                controlNumber, parcelSha256, sitting, lapse(controlNumber, now), actor(operator), actor(witness));
    }

    private Instant lapse(String controlNumber, Instant now) {
        Agreement agreement =
                agreements.of(shipments.find(controlNumber).orElseThrow().agreement());
        Instant closing = LocalDate.now(clock)
                .atTime(agreement.release().closingTime())
                .atZone(clock.getZone())
                .toInstant();
        Instant lapse = now.plus(Duration.ofMinutes(agreement.release().lapseAfter()));
        return lapse.isBefore(closing) ? lapse : closing;
    }

    private Optional<Refusal> unfitOperator(UUID sitting, String controlNumber, Person operator) {
        if (!signings.operator(sitting).equals(Optional.of(operator.account()))) {
            return refused(controlNumber, actor(operator), "この送信立会いの操作者ではありません。");
        }
        if (!operator.holds(Role.HANDLER, LocalDate.now(clock))) {
            return refused(controlNumber, actor(operator), "本日の取扱者指定簿に操作者の登録がありません。");
        }
        return Refusal.none();
    }

    private Optional<Refusal> unfitWitness(UUID sitting, String controlNumber, Person witness) {
        Shipment shipment = shipments.find(controlNumber).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        if (!witness.holds(Role.WITNESS, today) && !witness.holds(Role.HANDLER, today)) {
            return refused(controlNumber, actor(witness), "本日の取扱者指定簿に立会人の登録がありません。");
        }
        if (signings.operator(sitting).equals(Optional.of(witness.account()))) {
            return refused(controlNumber, actor(witness), "操作者は立会人を兼ねられません。");
        }
        if (shipment.draftedBy().equals(witness.account())) {
            return refused(controlNumber, actor(witness), "起案した人は立会人になれません。");
        }
        return Refusal.none();
    }

    private Optional<Refusal> wrong(
            UUID sitting, String controlNumber, String parcelSha256, CheckAnswer answer, Actor who) {
        Signing signing = signings.find(sitting, controlNumber, parcelSha256).orElse(null);
        Preview preview = shipments.preview(controlNumber, who);
        if (signing == null
                || !preview.shipment().seal().orElseThrow().parcelSha256().equals(parcelSha256)) {
            return refused(controlNumber, who, "送付ファイルが変わりました。もう一度内容を確認してください。");
        }
        Sheet sheet = new Sheet(preview, signing);
        return sheet.answers(answer) ? Refusal.none() : refused(controlNumber, who, "確認問題の答えが送付ファイルの内容と一致しません。");
    }

    private Optional<Refusal> refused(String controlNumber, Actor who, String why) {
        note(who, "refused", controlNumber, Map.of("why", why));
        return Refusal.because(why);
    }

    private void note(Actor who, String verb, String subject, Map<String, String> facts) {
        chain.append(who, new Act("sitting." + verb, subject, facts, Map.of()));
    }

    private Actor actor(Person person) {
        LocalDate today = LocalDate.now(clock);
        for (Role role : new Role[] {Role.HANDLER, Role.WITNESS}) {
            if (person.holds(role, today)) {
                return person.as(role, today);
            }
        }
        return new Actor(person.account(), person.name(), "", "");
    }

    private static String digest(String ticket) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

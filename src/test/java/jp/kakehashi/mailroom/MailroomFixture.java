package jp.kakehashi.mailroom;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.letter.Attachment;
import jp.kakehashi.letter.Letter;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.Remarks;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;

/** A mailroom on a ledger of its own, on a business morning in June, with a parcel to send. */
final class MailroomFixture {

    static final Instant MORNING = Instant.parse("2026-06-01T00:30:00Z");
    static final Actor OFFICER = new Actor("t-hanako", "架空 花子", "主事", "HANDLER");
    static final Agreements AGREEMENTS = TestAgreement.agreements();
    static final Agreement AGREEMENT = AGREEMENTS.only();
    static final byte[] PARCEL = "PK not really".getBytes(StandardCharsets.US_ASCII);

    final TestLedger ledger;
    final Vault vault;
    final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    final Clock clock = new TestClock();
    final Chain chain;
    final Standstills standstills;
    final Outbox outbox;
    final Outcomes outcomes;
    final Postman postman;
    final Inbox inbox;

    MailroomFixture(TestLedger ledger, int smtpPort) {
        this(ledger, smtpPort, TestVault.fresh());
    }

    /** A mailroom that a ledger and a key file have made before. */
    MailroomFixture(TestLedger ledger, int smtpPort, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
        MailServer server = new MailServer("localhost", smtpPort, Tls.NONE, null, null);
        MailAccess access =
                new MailAccess(new MailSettings(server, server, null, Duration.ofSeconds(2), Duration.ofMillis(700)));
        this.chain = new Chain(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        this.standstills = new Standstills(
                ledger.jdbc(), ledger.transactionManager(), new Remarks(ledger.jdbc(), vault), chain, clock);
        this.outbox = new Outbox(
                ledger.jdbc(), ledger.transactionManager(), vault, chain, AGREEMENTS, standstills, access, clock);
        this.outcomes = new Outcomes(ledger.jdbc(), ledger.transactionManager(), vault, clock);
        this.postman = new Postman(access);
        this.inbox = inbox(DocumentKind.PROVISION);
    }

    /** An inbox on the same ledger, where somebody waits for parcels of one kind. */
    Inbox inbox(DocumentKind waitedFor) {
        ParcelTaker taker = kind -> kind == waitedFor;
        return new Inbox(ledger.jdbc(), ledger.transactionManager(), vault, chain, AGREEMENTS, List.of(taker), clock);
    }

    /** A letter with a parcel, to the agreement's recipient and the journal. */
    static Letter letter(String controlNumber) {
        return new Letter(
                "<" + UUID.randomUUID() + "@shinjuku.lg.example>",
                AGREEMENT.parties().from(),
                AGREEMENT.parties().recipients(),
                "【新宿区】提供情報の送付について（" + controlNumber + "）",
                List.of("別添のとおり送付します。"),
                Optional.of(new Attachment("SJK-NHI_02PROV_" + controlNumber + "_20260601.zip", PARCEL)),
                Optional.empty(),
                MORNING,
                StandardCharsets.UTF_8);
    }

    static Outgoing outgoing(String controlNumber) {
        return outgoing(controlNumber, letter(controlNumber));
    }

    static Outgoing outgoing(String controlNumber, Letter letter) {
        return Outgoing.of(
                controlNumber,
                AGREEMENT.id(),
                Optional.of(DocumentKind.PROVISION),
                letter,
                AGREEMENT.parties().bounceAddress(),
                List.of(
                        AGREEMENT.parties().recipients().get(0),
                        AGREEMENT.parties().from()),
                MORNING.plus(Duration.ofMinutes(30)));
    }

    UUID queue(Outgoing letter) {
        later(Duration.ofMillis(1));
        return ledger.transactions().execute(status -> outbox.queue(letter, OFFICER));
    }

    /** What the posting route does, in one holding transaction; false when there was nothing to post. */
    boolean post() {
        return Boolean.TRUE.equals(ledger.transactions().execute(status -> {
            LetterInHand letter = outbox.takeUp();
            if (letter == null) {
                return false;
            }
            postman.post(letter.mail());
            outbox.record(letter);
            return true;
        }));
    }

    /** Collects a mail as the mailbox gives it, and sorts it. */
    void receive(byte[] raw) {
        collect(raw);
        inbox.sort();
    }

    void collect(byte[] raw) {
        later(Duration.ofMillis(1));
        try {
            inbox.receive(new MimeMessage(null, new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How the mails received so far stand, each as its state and reason, the oldest first. */
    List<String> mails() {
        return ledger.jdbc()
                .sql("select state, reason from mail order by received_at")
                .query((row, number) -> row.getString(1) + (row.getString(2) == null ? "" : " " + row.getString(2)))
                .list();
    }

    LetterState state(UUID letter) {
        return LetterState.valueOf(ledger.jdbc()
                .sql("select state from letter where id = :id")
                .param("id", letter)
                .query(String.class)
                .single());
    }

    /** A poster holds a letter, in the open transaction. */
    void hold(UUID letter) {
        ledger.jdbc()
                .sql("select letter_id from letter_hold where letter_id = :letter for update")
                .param("letter", letter)
                .query(UUID.class)
                .single();
    }

    /** The next outcome, handed on; null when there is none. */
    Outcome next() {
        return ledger.transactions().execute(status -> {
            Outcome next = outcomes.next();
            if (next != null) {
                outcomes.handedOn(next);
            }
            return next;
        });
    }

    void later(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Tokyo");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}

package jp.kakehashi.mailroom;

import static jp.kakehashi.mailroom.MailroomFixture.AGREEMENT;
import static jp.kakehashi.mailroom.MailroomFixture.MORNING;
import static jp.kakehashi.mailroom.MailroomFixture.OFFICER;
import static jp.kakehashi.mailroom.MailroomFixture.letter;
import static jp.kakehashi.mailroom.MailroomFixture.outgoing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.letter.Acknowledgement;
import jp.kakehashi.letter.CannotOpen;
import jp.kakehashi.letter.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the inbox keeps to, on any ledger. */
abstract class InboxContract {

    private static final String BUREAU = AGREEMENT.parties().acceptedSenders().get(0);
    private static final String WARD = AGREEMENT.parties().from();

    private ScriptedSmtpServer server;
    private MailroomFixture room;

    abstract TestLedger ledger();

    @BeforeEach
    void open() {
        server = new ScriptedSmtpServer();
        room = new MailroomFixture(ledger(), server.port());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void invariant4_theJournalCopySettlesAnUnknownOutcome() {
        Letter letter = letter("R8-001");
        UUID id = unknown(letter);

        room.receive(withTrace(letter.toMime()));

        assertThat(room.state(id)).isEqualTo(LetterState.POSTED);
        assertThat(room.mails()).containsExactly("HANDLED");
        assertThat(room.next()).isInstanceOf(Outcome.Unknown.class);
        assertThat(room.next()).isInstanceOf(Outcome.Posted.class);
        assertThat(room.next()).isNull();
    }

    @Test
    void ourMessageIdOverAnotherContentSettlesNothing() {
        Letter letter = letter("R8-001");
        UUID id = unknown(letter);
        String forged = new String(letter.toMime(), StandardCharsets.US_ASCII).replace("UEsg", "UEsh");

        room.receive(forged.getBytes(StandardCharsets.US_ASCII));

        assertThat(room.state(id)).isEqualTo(LetterState.OUTCOME_UNKNOWN);
        assertThat(room.mails()).containsExactly("HELD OUR_MESSAGE_ID_WITH_OTHER_CONTENT");
    }

    @Test
    void evidenceThatOvertakesThePosterIsWeighedWhenItHasSpoken() {
        Letter letter = letter("R8-001");
        UUID id = room.queue(outgoing("R8-001", letter));
        room.ledger.transactions().executeWithoutResult(status -> {
            LetterInHand inHand = room.outbox.takeUp();
            room.postman.post(inHand.mail());
            inAnotherThread(() -> room.receive(withTrace(letter.toMime())));
            inAnotherThread(() -> room.receive(acknowledgement(letter)));
            room.outbox.record(inHand);
        });

        assertThat(room.state(id)).isEqualTo(LetterState.POSTED);
        assertThat(room.next()).isInstanceOf(Outcome.Posted.class);
        assertThat(room.next()).isInstanceOf(Outcome.Acknowledged.class);
        assertThat(room.mails()).containsExactly("HANDLED", "HANDLED");
    }

    @Test
    void evidenceThatOvertakesAPosterThatIsThenLostSettlesTheUnknown() {
        Letter letter = letter("R8-001");
        UUID id = room.queue(outgoing("R8-001", letter));
        room.ledger.transactions().executeWithoutResult(status -> {
            room.postman.post(room.outbox.takeUp().mail());
            inAnotherThread(() -> room.receive(withTrace(letter.toMime())));
            status.setRollbackOnly();
        });

        room.outbox.recover();

        assertThat(room.state(id)).isEqualTo(LetterState.POSTED);
        assertThat(room.next()).isInstanceOf(Outcome.Unknown.class);
        assertThat(room.next()).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void anAcknowledgementFromTheBureauIsHandedOn() {
        Letter letter = posted("R8-001");

        room.receive(acknowledgement(letter));

        room.next();
        assertThat(room.next()).isInstanceOfSatisfying(Outcome.Acknowledged.class, acknowledged -> {
            assertThat(acknowledged.reference()).isEqualTo("R8-001");
            assertThat(acknowledged.code()).contains("1234");
            assertThat(acknowledged.rows()).isEqualTo(500);
        });
    }

    @Test
    void anAcknowledgementFromAStrangerOrForAnotherParcelIsHeld() {
        Letter letter = posted("R8-001");
        Acknowledgement other = new Acknowledgement("R8-001", Optional.of("1234"), 500, "ab".repeat(32));

        room.receive(reply(
                "stranger@isa.go.example",
                acknowledged(letter).subject(),
                acknowledged(letter).bodyLines()));
        room.receive(reply(BUREAU, other.subject(), other.bodyLines()));

        assertThat(room.mails()).containsExactly("HELD SENDER_NOT_AGREED", "HELD REPLY_TO_UNKNOWN_PARCEL");
        room.next();
        assertThat(room.next()).isNull();
    }

    @Test
    void aCannotOpenIsHandedOn() {
        Letter letter = posted("R8-001");
        CannotOpen no = new CannotOpen("R8-001", "WRONG_PASSWORD", letter.contentSha256());

        room.receive(reply(BUREAU, no.subject(), no.bodyLines()));

        room.next();
        assertThat(room.next())
                .isInstanceOfSatisfying(
                        Outcome.CannotOpen.class,
                        cannot -> assertThat(cannot.why()).isEqualTo("WRONG_PASSWORD"));
    }

    @Test
    void aBounceReturnsTheLetterItNames() {
        Letter letter = posted("R8-001");

        room.receive(bounce(letter.messageId(), BUREAU));
        room.receive(bounce("<other@shinjuku.lg.example>", BUREAU));

        assertThat(room.outbox.letters("R8-001")).extracting(LetterView::state).containsExactly(LetterState.RETURNED);
        assertThat(room.mails()).containsExactly("HANDLED", "HELD REPORT_ON_UNKNOWN_LETTER");
        room.next();
        assertThat(room.next())
                .isInstanceOfSatisfying(
                        Outcome.Returned.class,
                        returned -> assertThat(returned.status()).isEqualTo("5.1.1"));
    }

    @Test
    void aBounceOfTheJournalAloneIsForAPerson() {
        Letter letter = posted("R8-001");

        room.receive(bounce(letter.messageId(), WARD));

        assertThat(room.mails()).containsExactly("HELD JOURNAL_NOT_REACHED");
    }

    @Test
    void evidenceAgainstANamedPersonsWordIsHeld() {
        Letter letter = letter("R8-001");
        UUID id = unknown(letter);
        room.ledger
                .transactions()
                .executeWithoutResult(status -> room.outbox.settle(id, Settlement.NOT_DELIVERED, OFFICER, "電話で確認した"));

        room.receive(withTrace(letter.toMime()));

        assertThat(room.state(id)).isEqualTo(LetterState.NOT_DELIVERED);
        assertThat(room.mails()).containsExactly("HELD CONTRADICTS_JOURNAL_COPY");
    }

    @Test
    void theSameBytesAreReceivedOnce() {
        byte[] mail = reply(BUREAU, "お尋ね", List.of("本文"));

        room.receive(mail);
        room.receive(mail);

        assertThat(room.mails()).containsExactly("HELD FOR_A_PERSON", "DUPLICATE SAME_BYTES");
    }

    @Test
    void aMailThatCameTwiceOnDifferentWaysIsADuplicate() {
        byte[] parcel = letter("R8-001").toMime();

        room.receive(withTrace(parcel));
        room.receive(parcel);

        assertThat(room.mails()).containsExactly("ARRIVED", "DUPLICATE");
    }

    @Test
    void theSameMessageIdOverAnotherMailIsNoDuplicate() {
        String one = new String(reply(BUREAU, "一通目", List.of("本文")), StandardCharsets.US_ASCII);
        String two = one.replaceAll("(?s)\r\n\r\n.*", "\r\n\r\nother text\r\n");

        room.receive(one.getBytes(StandardCharsets.US_ASCII));
        room.receive(two.getBytes(StandardCharsets.US_ASCII));

        assertThat(room.mails()).hasSize(2).allMatch(state -> state.startsWith("HELD"));
    }

    @Test
    void aParcelFromTheWardIsHandedToWhoeverOpensIt() {
        Letter letter = letter("R8-001");
        room.receive(letter.toMime());

        room.ledger.transactions().executeWithoutResult(status -> {
            ArrivedParcel parcel = room.inbox.nextParcel();
            assertThat(parcel.kind()).isEqualTo(DocumentKind.PROVISION);
            assertThat(parcel.controlNumber()).isEqualTo("R8-001");
            assertThat(parcel.file().content()).isEqualTo(MailroomFixture.PARCEL);
            assertThat(parcel.messageId()).contains(letter.messageId());
            assertThat(parcel.agreement()).isEqualTo(AGREEMENT.id());
            room.inbox.handled(parcel.mail(), OFFICER);
        });

        assertThat(room.mails()).containsExactly("HANDLED");
        room.ledger
                .transactions()
                .executeWithoutResult(
                        status -> assertThat(room.inbox.nextParcel()).isNull());
    }

    @Test
    void aParcelThatCannotBeTakenIsNoObstacleForTheNext() {
        room.receive(letter("R8-001").toMime());
        room.receive(letter("R8-002").toMime());

        assertThatThrownBy(() -> room.ledger.transactions().executeWithoutResult(status -> {
                    assertThat(room.inbox.nextParcel().controlNumber()).isEqualTo("R8-001");
                    throw new IllegalStateException("cannot take");
                }))
                .hasMessage("cannot take");

        room.ledger
                .transactions()
                .executeWithoutResult(status ->
                        assertThat(room.inbox.nextParcel().controlNumber()).isEqualTo("R8-002"));
    }

    @Test
    void aParcelFromAStrangerOrThatNobodyWaitsForIsHeld() throws MessagingException {
        String parcel = new String(letter("R8-001").toMime(), StandardCharsets.US_ASCII);
        room.receive(
                parcel.replace("From: " + WARD, "From: stranger@isa.go.example").getBytes(StandardCharsets.US_ASCII));
        Inbox waitingForOthers = room.inbox(DocumentKind.RESOLVED);
        waitingForOthers.receive(mail(parcel.getBytes(StandardCharsets.US_ASCII)));
        waitingForOthers.sort();

        assertThat(room.mails()).contains("HELD SENDER_NOT_AGREED");
        assertThat(room.inbox.held()).hasSize(1);
    }

    @Test
    void machineAnswersThatSayNothingAreIgnored() {
        room.receive(
                ("From: " + BUREAU + "\r\nAuto-Submitted: auto-replied\r\n\r\n休暇中").getBytes(StandardCharsets.UTF_8));

        assertThat(room.mails()).containsExactly("IGNORED AUTO_REPLY");
    }

    @Test
    void invariant5_whatCannotBeReadIsHeldAndKept() {
        room.receive(new byte[] {0, 1, 2, (byte) 0xff});
        room.receive("no mail at all".getBytes(StandardCharsets.US_ASCII));

        assertThat(room.mails()).hasSize(2).allMatch(state -> state.startsWith("HELD"));
    }

    @Test
    void invariant5_aMailThatBreaksTheSortingIsHeldAndTheNextIsSorted() {
        room.collect(letter("R8-001").toMime());
        room.ledger
                .jdbc()
                .sql("update mail set raw = :raw")
                .param("raw", new byte[] {1})
                .update();
        room.collect(letter("R8-002").toMime());
        room.inbox.sort();
        room.inbox.sort();

        assertThat(room.mails()).containsExactly("HELD SORTING_FAILED_VaultException", "ARRIVED");
    }

    @Test
    void invariant5_aMailThatIsTooLargeIsRecordedWithoutFetchingIt() throws MessagingException {
        room.inbox.receive(new Stub(2 * AGREEMENT.mail().maxBytes() + 1, null));

        assertThat(room.mails()).containsExactly("HELD TOO_LARGE");
    }

    @Test
    void invariant5_aMailThatCannotBeFetchedIsRecorded() throws MessagingException {
        room.inbox.receive(new Stub(10, new IOException("value that belongs in no log")));

        assertThat(room.mails()).containsExactly("HELD UNFETCHABLE_IOException");
    }

    @Test
    void aPersonSeesAndHandlesWhatIsHeld() {
        room.receive(reply(BUREAU, "お尋ね", List.of("本文です")));
        UUID id = room.inbox.held().get(0).id();

        assertThat(room.inbox.held().get(0).subject()).isEqualTo("お尋ね");
        assertThat(room.inbox.show(id, OFFICER))
                .hasValueSatisfying(view -> assertThat(view.text()).startsWith("本文です"));
        room.inbox.handle(id, OFFICER, "電話で回答した");

        assertThat(room.inbox.held()).isEmpty();
        assertThatThrownBy(() -> room.inbox.handle(id, OFFICER, "again")).isInstanceOf(IllegalStateException.class);
        assertThat(room.ledger
                        .jdbc()
                        .sql("select verb from chain_entry where subject = :id order by sequence")
                        .param("id", id.toString())
                        .query(String.class)
                        .list())
                .containsExactly("mail-received", "mail-held", "mail-viewed", "mail-handled");
    }

    @Test
    void invariant3_aStoredMailIsSealedInTheLedger() {
        room.receive(reply(BUREAU, "subject-text", List.of("body-text")));

        room.ledger.jdbc().sql("select raw, headline from mail").query().singleRow().values().stream()
                .map(column -> new String((byte[]) column, StandardCharsets.UTF_8))
                .forEach(column -> assertThat(column).doesNotContain("subject-text", "body-text", BUREAU));
    }

    private Letter posted(String controlNumber) {
        Letter letter = letter(controlNumber);
        room.queue(outgoing(controlNumber, letter));
        room.post();
        return letter;
    }

    private UUID unknown(Letter letter) {
        server.on(".", ScriptedSmtpServer.CUT);
        UUID id = room.queue(outgoing("R8-001", letter));
        room.post();
        assertThat(room.state(id)).isEqualTo(LetterState.OUTCOME_UNKNOWN);
        return id;
    }

    private static Acknowledgement acknowledged(Letter letter) {
        return new Acknowledgement("R8-001", Optional.of("1234"), 500, letter.contentSha256());
    }

    private static byte[] acknowledgement(Letter letter) {
        Acknowledgement said = acknowledged(letter);
        return reply(BUREAU, said.subject(), said.bodyLines());
    }

    private static byte[] reply(String from, String subject, List<String> body) {
        return new Letter(
                        Letter.freshMessageId(from),
                        from,
                        List.of(WARD),
                        subject,
                        body,
                        Optional.empty(),
                        Optional.empty(),
                        MORNING,
                        StandardCharsets.UTF_8)
                .toMime();
    }

    private static byte[] withTrace(byte[] mime) {
        byte[] trace = "Received: from a by b; Mon, 1 Jun 2026 09:30:00 +0900\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] traced = new byte[trace.length + mime.length];
        System.arraycopy(trace, 0, traced, 0, trace.length);
        System.arraycopy(mime, 0, traced, trace.length, mime.length);
        return traced;
    }

    private static byte[] bounce(String messageId, String notReached) {
        return """
                From: MAILER-DAEMON@relay.example
                Message-ID: <%s@relay.example>
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --b--
                """.formatted(UUID.randomUUID(), notReached, messageId)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static MimeMessage mail(byte[] raw) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(raw));
    }

    private static void inAnotherThread(Runnable work) {
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((failed, e) -> trouble.set(e));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(trouble.get()).isNull();
    }

    /** A mail on the server as far as its size, with trouble when its bytes are asked for. */
    private static final class Stub extends MimeMessage {

        private final int size;
        private final IOException trouble;

        Stub(int size, IOException trouble) {
            super((jakarta.mail.Session) null);
            this.size = size;
            this.trouble = trouble;
        }

        @Override
        public int getSize() {
            return size;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            if (trouble == null) {
                throw new AssertionError("a mail that is too large was fetched");
            }
            throw trouble;
        }
    }
}

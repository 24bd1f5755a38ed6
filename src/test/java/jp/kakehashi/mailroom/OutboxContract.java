package jp.kakehashi.mailroom;

import static jp.kakehashi.mailroom.MailroomFixture.AGREEMENT;
import static jp.kakehashi.mailroom.MailroomFixture.MORNING;
import static jp.kakehashi.mailroom.MailroomFixture.OFFICER;
import static jp.kakehashi.mailroom.MailroomFixture.letter;
import static jp.kakehashi.mailroom.MailroomFixture.outgoing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.letter.Letter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the outbox keeps to, on any ledger. */
abstract class OutboxContract {

    private ScriptedSmtpServer server;
    private MailroomFixture room;

    abstract TestLedger ledger();

    /** The SQL that finds a session waiting for another's lock. */
    abstract String waiting();

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
    void aLetterThatTheServerTakesIsPosted() {
        server.on(".", "250 2.0.0 Ok: queued as 4F3C2B1A");
        UUID id = room.queue(outgoing("R8-001"));

        assertThat(room.post()).isTrue();
        assertThat(room.post()).isFalse();

        assertThat(room.state(id)).isEqualTo(LetterState.POSTED);
        assertThat(room.next()).isInstanceOfSatisfying(Outcome.Posted.class, posted -> {
            assertThat(posted.reference()).isEqualTo("R8-001");
            assertThat(posted.queueId()).contains("4F3C2B1A");
            assertThat(posted.about().kind()).contains(DocumentKind.PROVISION);
        });
        assertThat(room.next()).isNull();
        assertThat(room.outbox.letters("R8-001"))
                .singleElement()
                .satisfies(view -> assertThat(view.reply()).contains("250 2.0.0 Ok: queued as 4F3C2B1A"));
    }

    @Test
    void invariant2_whileAllPostingStandsStillNoLetterSetsOutAndItLapsesInItsTime() {
        UUID id = room.queue(outgoing("R8-001"));
        assertThat(room.standstills.begin(Standstills.POSTING, "（架空）宛先の確認中", OFFICER))
                .isTrue();
        assertThat(room.standstills.begin(Standstills.POSTING, "もう一度", OFFICER)).isFalse();

        assertThat(room.post()).isFalse();
        assertThat(server.heard()).isEmpty();
        assertThat(room.state(id)).isEqualTo(LetterState.QUEUED);
        assertThat(room.standstills.ofPosting())
                .hasValueSatisfying(halt -> assertThat(halt.reason()).isEqualTo("（架空）宛先の確認中"));

        room.later(Duration.ofMinutes(31));
        assertThat(room.outbox.lapseOverdue()).isEqualTo(1);
        assertThat(room.state(id)).isEqualTo(LetterState.LAPSED);
    }

    @Test
    void onceAPersonLetsPostingGoTheLetterSetsOut() {
        UUID id = room.queue(outgoing("R8-001"));
        room.standstills.begin(Standstills.POSTING, "（架空）点検", OFFICER);
        room.post();

        assertThat(room.standstills.end(Standstills.POSTING, "（架空）点検終了", OFFICER))
                .isTrue();
        assertThat(room.standstills.end(Standstills.POSTING, "もう一度", OFFICER)).isFalse();

        assertThat(room.post()).isTrue();
        assertThat(room.state(id)).isEqualTo(LetterState.POSTED);
    }

    @Test
    void invariant6_aLetterThatWaitedSinceItsLastCheckNeedsAnotherOne() {
        UUID id = room.queue(outgoing("R8-001"));
        room.standstills.begin(Standstills.POSTING, "（架空）点検", OFFICER);
        room.later(Duration.ofMinutes(10));
        room.post();
        room.standstills.end(Standstills.POSTING, "（架空）点検終了", OFFICER);

        assertThat(room.post()).isFalse();

        assertThat(server.heard()).isEmpty();
        assertThat(room.state(id)).isEqualTo(LetterState.DEFERRED);
        assertThat(room.next()).isInstanceOf(Outcome.Deferred.class);
    }

    @Test
    void invariant8_whoLetPostingStandStillAndGoIsInTheChain() {
        room.standstills.begin(Standstills.POSTING, "（架空）点検", OFFICER);
        room.standstills.end(Standstills.POSTING, "（架空）点検終了", OFFICER);

        assertThat(room.ledger
                        .jdbc()
                        .sql(
                                "select verb from chain_entry where account = 't-hanako' and subject = 'posting' order by sequence")
                        .query(String.class)
                        .list())
                .containsExactly("standstill-begun", "standstill-ended");
    }

    @Test
    void theWireCarriesTheEnvelopeAndTheStoredBytes() {
        Letter letter = letter("R8-001");
        room.queue(outgoing("R8-001", letter));
        room.post();

        assertThat(server.heard())
                .contains(
                        "MAIL FROM:<" + AGREEMENT.parties().bounceAddress() + ">",
                        "RCPT TO:<" + AGREEMENT.parties().recipients().get(0) + ">",
                        "RCPT TO:<" + AGREEMENT.parties().from() + ">");
        List<String> content = server.heard()
                .subList(server.heard().indexOf("DATA") + 1, server.heard().indexOf("."));
        assertThat(String.join("\r\n", content) + "\r\n")
                .isEqualTo(new String(letter.toMime(), StandardCharsets.US_ASCII));
    }

    @Test
    void invariant4_silenceAtTheFinalDotIsUnknownAndNeverSentAgain() {
        server.on(".", ScriptedSmtpServer.SILENCE);
        UUID id = room.queue(outgoing("R8-001"));
        room.post();

        assertThat(room.state(id)).isEqualTo(LetterState.OUTCOME_UNKNOWN);
        assertThat(room.next()).isInstanceOf(Outcome.Unknown.class);
        assertThat(room.post()).isFalse();
        assertThat(requeued(id)).isFalse();
    }

    @Test
    void aLineCutAtTheFinalDotIsUnknown() {
        server.on(".", ScriptedSmtpServer.CUT);
        assertThat(room.state(posted())).isEqualTo(LetterState.OUTCOME_UNKNOWN);
    }

    @Test
    void aLineCutInsideTheContentIsDeferred() {
        server.on("(content)", ScriptedSmtpServer.CUT);
        UUID id = posted();
        assertThat(room.state(id)).isIn(LetterState.DEFERRED, LetterState.OUTCOME_UNKNOWN);
    }

    @Test
    void aFinalRefusalAtAnyPointRefuses() throws IOException {
        for (String phase : List.of("(greeting)", "MAIL", "RCPT", "DATA", ".")) {
            try (ScriptedSmtpServer refusing = new ScriptedSmtpServer().on(phase, "554 5.7.1 no")) {
                MailroomFixture there = new MailroomFixture(ledger(), refusing.port());
                UUID id = there.queue(outgoing("R8-001"));
                there.post();
                assertThat(there.state(id)).as(phase).isEqualTo(LetterState.REFUSED);
                assertThat(there.next()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(phase.equals("RCPT") ? "RECIPIENT" : "SERVER");
                    assertThat(refused.reply()).contains("554 5.7.1 no");
                });
            }
        }
    }

    @Test
    void aPassingRefusalAtAnyPointDefers() throws IOException {
        for (String phase : List.of("(greeting)", "MAIL", "RCPT", "DATA", ".")) {
            try (ScriptedSmtpServer busy = new ScriptedSmtpServer().on(phase, "451 4.3.2 later")) {
                MailroomFixture there = new MailroomFixture(ledger(), busy.port());
                UUID id = there.queue(outgoing("R8-001"));
                there.post();
                assertThat(there.state(id)).as(phase).isEqualTo(LetterState.DEFERRED);
            }
        }
    }

    @Test
    void oneRefusedRecipientRefusesTheWholeLetter() {
        server.on("RCPT TO:<" + AGREEMENT.parties().from(), "452 4.2.2 mailbox full");
        UUID full = posted();
        server.on("RCPT TO:<" + AGREEMENT.parties().from(), "550 5.1.1 unknown");
        UUID unknown = posted();

        assertThat(room.state(full)).isEqualTo(LetterState.DEFERRED);
        assertThat(room.state(unknown)).isEqualTo(LetterState.REFUSED);
        assertThat(server.heard()).doesNotContain("DATA");
    }

    @Test
    void withoutAServerALetterIsDeferred() throws IOException {
        server.close();
        UUID id = posted();

        assertThat(room.state(id)).isEqualTo(LetterState.DEFERRED);
        assertThat(room.next()).isInstanceOf(Outcome.Deferred.class);
        assertThat(room.post()).isFalse();
        assertThat(requeued(id)).isTrue();
        assertThat(room.post()).isTrue();
    }

    @Test
    void aDeferredLetterIsNotQueuedAgainAfterItsTime() throws IOException {
        server.close();
        UUID id = posted();
        room.later(Duration.ofMinutes(31));

        assertThat(requeued(id)).isFalse();
        assertThat(room.outbox.lapseOverdue()).isEqualTo(1);
        assertThat(room.state(id)).isEqualTo(LetterState.LAPSED);
    }

    @Test
    void invariant2_aLetterWhoseTimeHasPassedLapsesUnposted() {
        UUID id = room.queue(outgoing("R8-001"));
        room.later(Duration.ofMinutes(31));

        assertThat(room.post()).isFalse();
        assertThat(room.state(id)).isEqualTo(LetterState.LAPSED);
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void invariant2_anAddressThatIsNotOnTheAgreementIsNotPosted() {
        assertRefused(
                with(List.of("stranger@isa.go.example"), Optional.of(DocumentKind.PROVISION)), "ADDRESS_NOT_AGREED");
        assertRefused(with(AGREEMENT.parties().recipients(), Optional.empty()), "ADDRESS_NOT_AGREED");
    }

    @Test
    void invariant2_aLetterOutsideItsPeriodIsNotPosted() {
        room.now.set(Instant.parse("2027-04-01T00:00:00Z"));
        Outgoing june = outgoing("R8-001");
        assertRefused(
                new Outgoing(
                        june.reference(),
                        june.agreementId(),
                        june.kind(),
                        june.messageId(),
                        june.envelopeSender(),
                        june.envelopeRecipients(),
                        june.mime(),
                        june.contentSha256(),
                        room.now.get().plusSeconds(60)),
                "OUTSIDE_THE_PERIOD");
    }

    @Test
    void invariant2_aLetterThatIsTooLargeIsNotPosted() {
        Outgoing small = outgoing("R8-001");
        assertRefused(
                new Outgoing(
                        small.reference(),
                        small.agreementId(),
                        small.kind(),
                        small.messageId(),
                        small.envelopeSender(),
                        small.envelopeRecipients(),
                        new byte[AGREEMENT.mail().maxBytes() + 1],
                        small.contentSha256(),
                        small.notAfter()),
                "TOO_LARGE");
    }

    @Test
    void aReceiptGoesToTheWardsMailbox() {
        UUID id = room.queue(with(List.of(AGREEMENT.parties().from()), Optional.empty()));
        room.post();
        assertThat(room.state(id)).isEqualTo(LetterState.POSTED);
    }

    @Test
    void invariant4_aLetterThatLostItsPosterIsUnknownAndStaysSo() {
        UUID id = room.queue(outgoing("R8-001"));
        assertThatThrownBy(() -> room.ledger.transactions().executeWithoutResult(status -> {
                    room.outbox.takeUp();
                    throw new IllegalStateException("the poster dies");
                }))
                .hasMessage("the poster dies");
        assertThat(room.state(id)).isEqualTo(LetterState.POSTING);
        assertThat(room.post()).isFalse();

        assertThat(room.outbox.recover()).isEqualTo(1);
        assertThat(room.outbox.recover()).isZero();

        assertThat(room.state(id)).isEqualTo(LetterState.OUTCOME_UNKNOWN);
        assertThat(room.next()).isInstanceOf(Outcome.Unknown.class);
        assertThat(room.post()).isFalse();
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void aLetterThatAPosterHasInHandIsLeftToIt() throws Exception {
        UUID id = room.queue(outgoing("R8-001"));
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> poster =
                CompletableFuture.runAsync(() -> room.ledger.transactions().executeWithoutResult(status -> {
                    LetterInHand letter = room.outbox.takeUp();
                    inHand.countDown();
                    await(goOn);
                    room.postman.post(letter.mail());
                    room.outbox.record(letter);
                }));
        await(inHand);

        assertThat(room.state(id)).isEqualTo(LetterState.POSTING);
        assertThat(room.outbox.recover()).isZero();
        assertThat(room.outbox.lapse("R8-001", OFFICER)).isZero();
        assertThat(room.post()).isFalse();

        goOn.countDown();
        poster.get();
        assertThat(room.state(id)).isEqualTo(LetterState.POSTED);
    }

    @Test
    void aLetterTakenBackWhileAPosterHoldsItDoesNotSetOut() {
        UUID id = room.queue(outgoing("R8-001"));

        room.ledger.transactions().executeWithoutResult(posting -> {
            room.hold(id);
            CompletableFuture<Boolean> recall = CompletableFuture.supplyAsync(() -> takenBack(id));
            assertThat(recall.join()).isTrue();
            assertThat(room.outbox.takeUp()).isNull();
        });

        assertThat(room.state(id)).isEqualTo(LetterState.LAPSED);
        assertThat(room.next()).isInstanceOf(Outcome.Lapsed.class);
        assertThat(takenBack(id)).as("it ended unposted").isTrue();
        assertThat(room.post()).isFalse();
        assertThat(server.heard()).isEmpty();
    }

    /** The poster has taken the letter up, and is about to say so, when somebody takes it back. */
    @Test
    void aPosterThatComesSecondFindsTheLetterTakenBack() throws Exception {
        UUID id = room.queue(outgoing("R8-001"));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> poster =
                CompletableFuture.supplyAsync(() -> room.ledger.transactions().execute(posting -> {
                    room.hold(id);
                    held.countDown();
                    await(goOn);
                    return room.outbox.takeUp() == null;
                }));
        await(held);

        room.ledger.transactions().executeWithoutResult(recall -> {
            assertThat(room.outbox.takeBack(id, OFFICER)).isTrue();
            goOn.countDown();
            awaitOneRow(waiting());
        });

        assertThat(poster.get()).isTrue();
        assertThat(room.state(id)).isEqualTo(LetterState.LAPSED);
        awaitOneRow("select 0 where not exists (select 1 from letter_hold)");
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void whatAMailServerMayHaveIsNotTakenBack() {
        UUID id = posted();

        assertThat(takenBack(id)).isFalse();
        assertThat(room.state(id)).isEqualTo(LetterState.POSTED);
    }

    private void awaitOneRow(String sql) {
        Awaitility.await()
                .until(() -> !room.ledger.jdbc().sql(sql).query().listOfRows().isEmpty());
    }

    private boolean takenBack(UUID id) {
        return Boolean.TRUE.equals(room.ledger.transactions().execute(status -> room.outbox.takeBack(id, OFFICER)));
    }

    @Test
    void anUnknownOutcomeIsSettledByANamedPersonOnce() {
        server.on(".", ScriptedSmtpServer.SILENCE);
        UUID id = posted();
        room.next();

        assertThat(settled(id, Settlement.NOT_DELIVERED)).isTrue();
        assertThat(settled(id, Settlement.POSTED)).isFalse();

        assertThat(room.state(id)).isEqualTo(LetterState.NOT_DELIVERED);
        assertThat(room.next()).isInstanceOf(Outcome.NotDelivered.class);
    }

    @Test
    void aNamedPersonMaySayOfWhatWasPostedThatItCameBackButNotThatItWasPosted() {
        UUID id = posted();
        room.next();

        assertThat(settled(id, Settlement.POSTED)).isFalse();
        assertThat(settled(id, Settlement.RETURNED)).isTrue();
        assertThat(settled(id, Settlement.RETURNED)).isFalse();

        assertThat(room.state(id)).isEqualTo(LetterState.RETURNED);
        assertThat(room.next())
                .isInstanceOfSatisfying(
                        Outcome.Returned.class,
                        returned -> assertThat(returned.byPerson()).isTrue());
    }

    @Test
    void aResendIsANewAttemptWithTheSameBytes() {
        server.on(".", ScriptedSmtpServer.SILENCE);
        Outgoing letter = outgoing("R8-001");
        room.queue(letter);
        room.post();
        server.on(".", "250 ok");
        room.queue(letter);
        room.post();

        assertThat(room.outbox.letters("R8-001"))
                .extracting(LetterView::state)
                .containsExactly(LetterState.OUTCOME_UNKNOWN, LetterState.POSTED);
    }

    @Test
    void aResendWithOtherBytesOrWhileTheFirstStillWaitsIsRefused() {
        Outgoing letter = outgoing("R8-001");
        room.queue(letter);
        assertThatThrownBy(() -> room.queue(letter)).hasMessageContaining("QUEUED");
        room.post();

        byte[] other = letter.mime().clone();
        other[other.length - 5] ^= 1;
        Outgoing changed = new Outgoing(
                letter.reference(),
                letter.agreementId(),
                letter.kind(),
                letter.messageId(),
                letter.envelopeSender(),
                letter.envelopeRecipients(),
                other,
                letter.contentSha256(),
                letter.notAfter());
        assertThatThrownBy(() -> room.queue(changed)).hasMessageContaining("other bytes");
    }

    @Test
    void whatWasNeverPostedCannotBeRecorded() {
        room.queue(outgoing("R8-001"));
        assertThatThrownBy(() -> room.ledger
                        .transactions()
                        .executeWithoutResult(status -> room.outbox.record(room.outbox.takeUp())))
                .hasMessageContaining("never posted");
    }

    @Test
    void invariant3_bytesEnvelopeAndReplyAreSealedInTheLedger() {
        server.on(".", "250 queued for secret-host");
        room.queue(outgoing("R8-001"));
        room.post();

        room.ledger.jdbc().sql("select mime, envelope, reply from letter").query().singleRow().values().stream()
                .map(column -> new String((byte[]) column, StandardCharsets.UTF_8))
                .forEach(column -> assertThat(column).doesNotContain("secret-host", "isa.go.example", "Subject"));
    }

    @Test
    void anOutcomeThatCannotBeFollowedIsNoObstacleForTheNext() {
        room.queue(outgoing("R8-001"));
        room.queue(outgoing("R8-002"));
        room.post();
        room.post();

        assertThatThrownBy(() -> room.ledger.transactions().executeWithoutResult(status -> {
                    assertThat(room.outcomes.next().reference()).isEqualTo("R8-001");
                    throw new IllegalStateException("cannot follow");
                }))
                .hasMessage("cannot follow");

        assertThat(room.next().reference()).isEqualTo("R8-002");
        assertThat(room.next().reference()).isEqualTo("R8-001");
    }

    @Test
    void invariant8_everyActOfALetterIsInTheChain() {
        UUID id = room.queue(outgoing("R8-001"));
        room.post();

        assertThat(room.ledger
                        .jdbc()
                        .sql("select verb from chain_entry where subject = 'R8-001' order by sequence")
                        .query(String.class)
                        .list())
                .containsExactly("letter-queued", "letter-posting", "letter-posted");
        assertThat(room.state(id)).isEqualTo(LetterState.POSTED);
    }

    private UUID posted() {
        UUID id = room.queue(outgoing("R8-001"));
        room.post();
        return id;
    }

    private void assertRefused(Outgoing letter, String reason) {
        UUID id = room.queue(letter);
        assertThat(room.post()).isFalse();
        assertThat(room.state(id)).isEqualTo(LetterState.REFUSED);
        assertThat(room.next())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(server.heard()).isEmpty();
    }

    private static Outgoing with(List<String> recipients, Optional<DocumentKind> kind) {
        Letter letter = letter("R8-001");
        return Outgoing.of(
                "R8-001",
                AGREEMENT.id(),
                kind,
                letter,
                AGREEMENT.parties().from(),
                recipients,
                MORNING.plusSeconds(60));
    }

    private boolean requeued(UUID id) {
        return Boolean.TRUE.equals(room.ledger.transactions().execute(status -> room.outbox.requeue(id, OFFICER)));
    }

    private boolean settled(UUID id, Settlement settlement) {
        return Boolean.TRUE.equals(
                room.ledger.transactions().execute(status -> room.outbox.settle(id, settlement, OFFICER, "電話で確認した")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

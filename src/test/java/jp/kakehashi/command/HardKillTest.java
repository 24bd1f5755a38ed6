package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.kakehashi.bureau.ReceivedParcels;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.mailroom.LetterState;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.ChainFile;
import jp.kakehashi.register.Register;
import jp.kakehashi.register.Verdict;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ward's program is killed between sealing and acknowledgement, as by a power cut, and started again over the same
 * ledger: nothing is lost, nothing is sent twice, every state is explained.
 */
class HardKillTest {

    private static final Actor RECEIVER = new Actor("nyukan", "架空 受領男", "受領担当（架空）", "RECEIVER");

    @TempDir
    static Path folder;

    private static MortalWard ward;

    @BeforeAll
    static void open() {
        ward = MortalWard.open(folder, 5);
    }

    @AfterAll
    static void close() {
        ward.close();
    }

    @Test
    void killedBeforePostingTheLetterIsPostedOnceAfterwards() throws Exception {
        String number = killed(Mine.BEFORE_POSTING);

        ward.start();

        ward.office().becomes(number, ShipmentState.POSTED);
        assertThat(states(number)).containsExactly(LetterState.POSTED);
        assertThat(copies(number)).isEqualTo(1);
        isProvided(number);
    }

    @Test
    void invariant4_killedInsideTheDialogueTheOutcomeIsUnknownAndNothingIsSentAgain() throws Exception {
        String number = killed(SmtpRelay.Course.CUT_IN_THE_CONTENT);

        ward.start();

        ward.office().becomes(number, ShipmentState.OUTCOME_UNKNOWN);
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(states(number)).containsExactly(LetterState.OUTCOME_UNKNOWN);
            assertThat(copies(number)).isZero();
        });
        assertThat(ward.office().shipment(number).remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("届いたかどうか分かりません", "再送はまだしないでください"));
        isProvided(number);
    }

    @Test
    void invariant4_killedBeforeTheLastAnswerTheJournalCopySettlesIt() throws Exception {
        String number = killed(SmtpRelay.Course.ANSWER_LOST);

        ward.start();

        wasUnknownAndIsPosted(number);
    }

    @Test
    void invariant4_killedBeforeTheAnswerIsRecordedTheJournalCopySettlesIt() throws Exception {
        String number = killed(Mine.BEFORE_RECORDING);

        ward.start();

        wasUnknownAndIsPosted(number);
    }

    @Test
    void invariant5_killedBeforeSortingTheAcknowledgementIsSortedAfterwards() throws Exception {
        WardOffice office = ward.office();
        String number = office.decided(1);
        office.sign(office.sitting(number), number);
        office.becomes(number, ShipmentState.POSTED);
        PasswordSlip slip = office.slip(number);
        ward.stop();
        Process child = ward.mined(Mine.BEFORE_SORTING);
        try (var bureau = ward.startBureau()) {
            isOpened(bureau.getBean(ReceivedParcels.class), slip);
            MortalWard.dies(child);
        }

        ward.start();

        ward.office().becomes(number, ShipmentState.ACKNOWLEDGED);
        assertThat(copies(number)).isEqualTo(1);
        isProvided(number);
        assertThat(ward.office().acts("letter-acknowledged", number)).hasSize(1);
    }

    @AfterEach
    void theChainIsUnbroken() throws IOException {
        Path file = folder.resolve("chain.jsonl");
        Files.writeString(file, String.join("\n", ward.office().acts()) + "\n");
        assertThat(ChainFile.verify(file, Optional.empty())).isInstanceOf(Verdict.Unbroken.class);
    }

    /** A shipment during whose posting the ward was killed by a mine. */
    private static String killed(Mine mine) throws Exception {
        String number = ward.office().decided(1);
        UUID sitting = ward.office().sitting(number);
        ward.stop();
        MortalWard.dies(ward.mined(mine, sitting, number, Map.of()));
        return number;
    }

    /** A shipment during whose dialogue with the mail server the ward was killed. */
    private static String killed(SmtpRelay.Course course) throws Exception {
        String number = ward.office().decided(1);
        UUID sitting = ward.office().sitting(number);
        ward.stop();
        try (SmtpRelay relay = new SmtpRelay()) {
            relay.standsBefore(ward.mail);
            Map<String, Object> line =
                    Map.of("kakehashi.mail.smtp.port", relay.port(), "kakehashi.mail.smtp.tls", "none");
            CompletableFuture<Process> victim = new CompletableFuture<>();
            relay.takes(course, () -> victim.join().destroyForcibly());
            victim.complete(ward.mined(Mine.NONE, sitting, number, line));
            MortalWard.dies(victim.join());
        }
        return number;
    }

    private static void isOpened(ReceivedParcels parcels, PasswordSlip slip) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> parcels.awaitingPasswords().stream()
                        .filter(parcel -> parcel.controlNumber().equals(slip.controlNumber()))
                        .anyMatch(parcel ->
                                parcels.open(parcel.id(), slip.zipPassword(), slip.workbookPassword(), RECEIVER)));
    }

    private static void wasUnknownAndIsPosted(String number) throws Exception {
        ward.office().becomes(number, ShipmentState.POSTED);
        assertThat(states(number)).containsExactly(LetterState.POSTED);
        assertThat(ward.office().acts("letter-", number))
                .containsExactly("letter-queued", "letter-posting", "letter-outcome-unknown", "letter-posted");
        assertThat(copies(number)).isEqualTo(1);
        isProvided(number);
    }

    private static void isProvided(String number) {
        WardOffice office = ward.office();
        assertThat(office.ward(Register.class).of(number)).hasSize(1);
        assertThat(office.ward(Shipments.class).rows(number, office.officer()))
                .extracting(row -> office.ward(Cases.class)
                        .show(row.caseId(), office.officer())
                        .state())
                .containsExactly(CaseState.PROVIDED);
    }

    private static List<LetterState> states(String number) {
        return ward.office().letters(number).stream().map(LetterView::state).toList();
    }

    /** How often the parcel lies in the bureau's mailbox, in whatever folder. */
    private static long copies(String number) throws Exception {
        String messageId = ward.office().letters(number).get(0).messageId();
        return DeliveredMail.to(ward.bureau(), ward.mail).stream()
                .filter(mail -> mail.messageId().equals(Optional.of(messageId)))
                .count();
    }
}

package jp.kakehashi.command;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.mailroom.LetterState;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger's file is put back as it was: what waited then does not go out, and whom the office owes a word is known. */
class BackupTest {

    @TempDir
    private Path folder;

    private MortalWard ward;

    @BeforeEach
    void open() {
        ward = MortalWard.open(folder, 2);
    }

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void invariant4_whatWasReleasedWhenTheBackupWasTakenLapsesWithItsSittingAndIsNotSentAgain() throws Exception {
        String number = queued();
        ward.stop();
        Path backup = Files.copy(ledger(), folder.resolve("backup.mv.db"));
        ward.start();
        ward.office().becomes(number, ShipmentState.POSTED);

        restore(backup);

        ward.office().becomes(number, ShipmentState.SEALED);
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(states(number)).containsExactly(LetterState.LAPSED);
            assertThat(copies(number)).isEqualTo(1);
        });
    }

    @Test
    void whoWasProvidedBeforeTheBackupIsStillProvidedAfterIt() throws Exception {
        String number = ward.office().decided(1);
        ward.office().sign(ward.office().sitting(number), number);
        ward.office().becomes(number, ShipmentState.POSTED);
        ward.stop();
        Path backup = Files.copy(ledger(), folder.resolve("backup.mv.db"));
        ward.start();

        restore(backup);

        WardOffice office = ward.office();
        UUID caseId = office.ward(Shipments.class)
                .rows(number, office.officer())
                .get(0)
                .caseId();
        assertThat(office.ward(Cases.class).show(caseId, office.officer()).state())
                .isEqualTo(CaseState.PROVIDED);
        assertThat(office.shipment(number).state()).isEqualTo(ShipmentState.POSTED);
    }

    /** A shipment that two people have signed, whose letter waits. */
    private String queued() throws Exception {
        WardOffice office = ward.office();
        String number = office.decided(1);
        UUID sitting = office.sitting(number);
        office.ward(CamelContext.class).getRouteController().suspendRoute("shared-30-post");
        office.sign(sitting, number);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(states(number)).containsExactly(LetterState.QUEUED));
        return number;
    }

    /** As docs/backup.md says: not before every release of that time has lapsed. */
    private void restore(Path backup) throws IOException {
        ward.stop();
        Files.copy(backup, ledger(), REPLACE_EXISTING);
        ward.later(Duration.ofMinutes(31));
        ward.start();
    }

    private Path ledger() {
        return folder.resolve("ward/ledger.mv.db");
    }

    private List<LetterState> states(String number) {
        return ward.office().letters(number).stream().map(LetterView::state).toList();
    }

    /** How often the parcel lies in the bureau's mailbox. */
    private long copies(String number) throws Exception {
        Optional<String> messageId =
                Optional.of(ward.office().letters(number).get(0).messageId());
        return DeliveredMail.to(ward.bureau(), ward.mail).stream()
                .filter(mail -> mail.messageId().equals(messageId))
                .count();
    }
}

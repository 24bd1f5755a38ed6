package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.shipment.Reconciling;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Sealing;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A ward whose source cannot be asked: extract, screening, sealing, 照合票 and posting, in the whole program. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExtractJourneyTest {

    @TempDir
    static Path folder;

    private static OfficeScene scene;

    @BeforeAll
    static void open() {
        scene = OfficeScene.openOnExtracts(folder, 6, LocalDateTime.parse("2026-07-01T06:00:00"));
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @Test
    @Order(1)
    @OfficeRule("check-sheet")
    void invariant6_withoutAPersonsWordOnTodaysPaymentsNothingIsReleased() {
        String number = scene.decided(2);
        UUID sitting = scene.sitting(number);

        assertThatThrownBy(() -> scene.sign(sitting, number)).hasMessageContaining("照合票で本日の納付を確かめ");
        assertThat(scene.shipment(number).state()).isEqualTo(ShipmentState.SEALED);

        assertThat(reconcile(number, Set.of())).isEmpty();
        scene.sign(sitting, number);
        scene.becomes(number, ShipmentState.POSTED);
        assertThat(scene.acts())
                .anyMatch(act -> act.contains("\"verb\":\"shipment.reconciled\"") && act.contains(number))
                .anyMatch(act -> act.contains("\"verb\":\"shipment.cleared\"") && act.contains("\"check\":\"sheet\""));
    }

    @Test
    @Order(2)
    @OfficeRule("check-sheet")
    void invariant6_whoPaidTodayByTheSheetIsDroppedAndTheRestLookedUpAgain() {
        String number = scene.decided(2);
        scene.sitting(number);
        String before = parcel(number);
        UUID paid =
                scene.ward(Shipments.class).rows(number, scene.officer()).get(0).caseId();

        assertThat(reconcile(number, Set.of(paid))).isEmpty();

        await().until(() -> scene.shipment(number).state() == ShipmentState.SEALED
                && !parcel(number).equals(before));
        assertThat(scene.shipment(number).rows()).isEqualTo(1);
        assertThat(scene.ward(Reconciling.class).isMissing(number, parcel(number)))
                .isTrue();
        assertThat(scene.ward(Reconciling.class).sign(number, before, Set.of(), scene.officer()))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("印刷し直して"));
    }

    @Test
    @Order(3)
    void invariant6_factsOlderThanAgreedAreNotSealedUntilANewExtractCame() {
        String number = scene.decided(1);
        scene.passes(Duration.ofDays(12));

        assertThat(scene.ward(Sealing.class).want(number, scene.officer()))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("古くなっています"));

        scene.dropExtract(LocalDateTime.parse("2026-07-13T06:00:00"));
        assertThat(scene.ward(Sealing.class).want(number, scene.officer())).isEmpty();
        scene.becomes(number, ShipmentState.SEALED);
    }

    private static Optional<Refusal> reconcile(String number, Set<UUID> paid) {
        return scene.ward(Reconciling.class).sign(number, parcel(number), paid, scene.officer());
    }

    private static String parcel(String number) {
        return scene.shipment(number).seal().orElseThrow().parcelSha256();
    }
}

package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.bureau.Listed;
import jp.kakehashi.bureau.Listings;
import jp.kakehashi.bureau.Parcel;
import jp.kakehashi.bureau.ReceivedParcels;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Entry;
import jp.kakehashi.register.Register;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ① → ② → acknowledgement, from the tax database to the bureau's list, as two programs that share only a mail server. */
abstract class JourneyContract {

    private static final Actor RECEIVER = new Actor("nyukan", "架空 受領男", "受領担当（架空）", "RECEIVER");

    @TempDir
    Path folder;

    /** The ward's own settings: its ledger. */
    abstract Map<String, Object> ledger();

    @Test
    void whoIsProvidedStandsOnTheBureausListCharacterByCharacter() {
        try (OfficeScene scene = OfficeScene.open(folder, 3, ledger())) {
            String number = scene.decided(3);
            UUID sitting = scene.sitting(number);
            scene.sign(sitting, number);
            scene.becomes(number, ShipmentState.POSTED);

            PasswordSlip slip = scene.ward(Shipments.class).passwords(number, scene.officer());
            assertThat(scene.bureau(ReceivedParcels.class)
                            .open(arrived(scene).id(), slip.zipPassword(), slip.workbookPassword(), RECEIVER))
                    .isTrue();

            scene.becomes(number, ShipmentState.ACKNOWLEDGED);
            List<Listed> listed = scene.bureau(Listings.class).list(RECEIVER);
            List<Entry> sent = scene.ward(Register.class).of(number);
            assertThat(listed).hasSize(3);
            assertThat(sent).hasSize(3);
            for (Item item : Item.values()) {
                assertThat(listed)
                        .extracting(row -> row.cells().getOrDefault(item, ""))
                        .containsExactlyElementsOf(sent.stream()
                                .map(entry -> entry.cells().getOrDefault(item.label(), ""))
                                .toList());
            }
            assertThat(scene.ward(Cases.class).counts().byState()).containsEntry(CaseState.PROVIDED, 3);
        }
    }

    private static Parcel arrived(OfficeScene scene) {
        ReceivedParcels parcels = scene.bureau(ReceivedParcels.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !parcels.awaitingPasswords().isEmpty());
        return parcels.awaitingPasswords().get(0);
    }
}

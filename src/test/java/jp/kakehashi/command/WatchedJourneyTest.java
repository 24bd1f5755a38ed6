package jp.kakehashi.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.bureau.ReceivedParcels;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Entry;
import jp.kakehashi.register.Register;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.ShipmentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The journey with the ward's ledger on a real PostgreSQL, and a watcher over logs, JMX and the database's own files. */
@ExtendWith(OutputCaptureExtension.class)
class WatchedJourneyTest {

    private static final Actor RECEIVER = new Actor("nyukan", "架空 受領男", "受領担当（架空）", "RECEIVER");

    @TempDir
    private Path folder;

    @Test
    void invariant3_nothingOfAnyoneAndNoPasswordIsInLogsJmxOrTheDatabasesFiles(CapturedOutput said) {
        TestLedger ledger = TestLedger.postgres();
        Map<String, Object> wards =
                Map.of("kakehashi.ledger.url", ledger.url(), "kakehashi.ledger.username", ledger.user());
        try (OfficeScene scene = OfficeScene.open(folder, 2, wards)) {
            OpenWords words = words(scene, journey(scene));
            assertThat(words.size()).isGreaterThan(20);

            assertThat(words.in(managed().getBytes(UTF_8))).as("JMX").isEmpty();
            assertThat(words.in(said.getAll().getBytes(UTF_8))).as("logs").isEmpty();
            assertThat(words.below(TestLedger.postgresFiles())).as("PostgreSQL").isEmpty();
            assertThat(words.below(folder.resolve("bureau"))).as("the bureau").isEmpty();
        }
    }

    @Test
    void theWatcherFindsWhatStandsOpen() {
        TestLedger ledger = TestLedger.postgres();
        ledger.jdbc().sql("create table open_words (word varchar)").update();
        ledger.jdbc().sql("insert into open_words values ('ZZ98765432ZZ')").update();

        OpenWords words = new OpenWords().add("a card number", List.of("ZZ98765432ZZ"));

        assertThat(words.below(TestLedger.postgresFiles()))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("a card number in "));
        assertThat(managed()).contains("java.lang:type=Runtime", "HeapMemoryUsage");
    }

    /** What was told by telephone, once all is done. */
    private static PasswordSlip journey(OfficeScene scene) {
        String number = scene.decided(2);
        scene.sign(scene.sitting(number), number);
        scene.becomes(number, ShipmentState.POSTED);
        ReceivedParcels parcels = scene.bureau(ReceivedParcels.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !parcels.awaitingPasswords().isEmpty());
        UUID parcel = parcels.awaitingPasswords().get(0).id();
        PasswordSlip slip = scene.slip(number);
        assertThat(parcels.open(parcel, slip.zipPassword(), slip.workbookPassword(), RECEIVER))
                .isTrue();
        scene.becomes(number, ShipmentState.ACKNOWLEDGED);
        return slip;
    }

    private static OpenWords words(OfficeScene scene, PasswordSlip slip) {
        List<Entry> told = scene.ward(Register.class).of(slip.controlNumber());
        assertThat(told).hasSize(2);
        OpenWords words = new OpenWords();
        OpenWords.OF_A_PERSON.forEach((Item item, String kind) -> words.add(
                kind,
                told.stream()
                        .map(entry -> entry.cells().getOrDefault(item.label(), ""))
                        .toList()));
        return words.add(
                "a password",
                List.of(
                        slip.zipPassword(),
                        slip.workbookPassword(),
                        scene.accounts.officer().password(),
                        scene.accounts.witness().password(),
                        scene.accounts.chief().password()));
    }

    /** Every attribute of every MBean of this process that can be read. */
    private static String managed() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> all = new ArrayList<>();
        for (ObjectName name : server.queryNames(null, null)) {
            try {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                    all.add(name + " " + attribute.getName() + " " + value(server, name, attribute.getName()));
                }
            } catch (JMException gone) {
                all.add(name + " is gone");
            }
        }
        return String.join("\n", all);
    }

    private static Object value(MBeanServer server, ObjectName name, String attribute) {
        try {
            return server.getAttribute(name, attribute);
        } catch (JMException | RuntimeMBeanException e) {
            return "is not readable";
        }
    }
}

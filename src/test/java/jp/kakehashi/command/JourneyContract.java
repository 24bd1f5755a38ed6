package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.bureau.Listed;
import jp.kakehashi.bureau.Listings;
import jp.kakehashi.bureau.Parcel;
import jp.kakehashi.bureau.PasswordPairs;
import jp.kakehashi.bureau.ReceivedParcels;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.letter.Incoming;
import jp.kakehashi.mailroom.HeldMail;
import jp.kakehashi.mailroom.Inbox;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Entry;
import jp.kakehashi.register.Register;
import jp.kakehashi.release.Sheet;
import jp.kakehashi.release.Sittings;
import jp.kakehashi.shipment.DraftAnswer;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.HandingOver;
import jp.kakehashi.shipment.NilNotices;
import jp.kakehashi.shipment.Overdue;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.PasswordTable;
import jp.kakehashi.shipment.Reopening;
import jp.kakehashi.shipment.Settling;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import jp.kakehashi.shipment.TestExchanges;
import jp.kakehashi.vault.Passwords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ① → ② → acknowledgement, from the tax database to the bureau's list, as two programs that share only a mail server. */
abstract class JourneyContract {

    static final Actor RECEIVER = new Actor("nyukan", "架空 受領男", "受領担当（架空）", "RECEIVER");

    @TempDir
    Path folder;

    /** The ward's own settings: its ledger. */
    abstract Map<String, Object> ledger();

    @Test
    @OfficeRule("test-exchange")
    void theFirstProvisionWaitsForAConfirmedTestExchangeOnTheSamePath() {
        try (OfficeScene scene = OfficeScene.openUntested(folder, 1, ledger())) {
            Drafting drafting = scene.ward(Drafting.class);
            Set<UUID> confirmed = scene.confirmed(1);
            assertThat(drafting.draftProvision(confirmed, scene.officer()))
                    .isInstanceOfSatisfying(
                            DraftAnswer.Refused.class,
                            no -> assertThat(no.reason()).contains("送受信試験"));

            String test = scene.decided(drafting.draftTest(ZipMethod.AES_256, scene.officer()));
            sent(scene, test);
            scene.becomes(test, ShipmentState.ACKNOWLEDGED);

            assertThat(drafting.draftProvision(confirmed, scene.officer())).isInstanceOf(DraftAnswer.Refused.class);
            assertThat(scene.ward(TestExchanges.class).confirmPath(test, "情報システム課（架空）", scene.officer()))
                    .isEmpty();
            assertThat(scene.bureau(Listings.class).list(RECEIVER)).isEmpty();
            assertThat(scene.ward(Register.class).of(test)).isEmpty();
            assertThat(scene.ward(Shipments.class).peopleProvidedThisYear()).isZero();
            assertThat(drafting.draftProvision(confirmed, scene.officer())).isInstanceOf(DraftAnswer.Drafted.class);
        }
    }

    @Test
    void whoIsProvidedStandsOnTheBureausListCharacterByCharacter() {
        try (OfficeScene scene = OfficeScene.open(folder, 3, ledger())) {
            handOverAnAgreedTable(scene, 1);
            String number = scene.decided(3);
            sent(scene, number);

            acknowledged(scene, number);
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
            theTableIsUsedUp(scene, number);
        }
    }

    @Test
    @OfficeRule("cannot-open")
    void whatTheBureauCannotOpenIsSealedAfreshForANewSittingAndOpened() {
        try (OfficeScene scene = OfficeScene.open(folder, 2, ledger())) {
            String number = scene.decided(2);
            scene.sign(scene.sitting(number), number);
            scene.becomes(number, ShipmentState.POSTED);
            assertThat(scene.bureau(ReceivedParcels.class).giveUp(arrived(scene).id(), RECEIVER))
                    .isTrue();
            scene.becomes(number, ShipmentState.UNREADABLE);

            assertThat(scene.ward(HandingOver.class).told(number, "架空 受領男", scene.officer()))
                    .isEmpty();
            assertThat(scene.ward(Reopening.class).compared(number, number, "", scene.officer()))
                    .isEmpty();
            assertThat(scene.ward(Reopening.class).sealAfresh(number, scene.officer()))
                    .isEmpty();
            scene.becomes(number, ShipmentState.SEALED);
            scene.sign(scene.newSitting(), number);
            scene.becomes(number, ShipmentState.POSTED);
            assertThat(arrived(scene).message()).isEqualTo(number + "_r1");
            opened(scene, number);

            scene.becomes(number, ShipmentState.ACKNOWLEDGED);
            assertThat(scene.bureau(Listings.class).list(RECEIVER)).hasSize(2);
            assertThat(scene.ward(Cases.class).counts().byState()).containsEntry(CaseState.PROVIDED, 2);
        }
    }

    @OfficeRule("nil-notice")
    void invariant2_aMonthWithoutAnyoneIsToldByThePlainMailThatTwoPeopleSaw() {
        System.setProperty("kakehashi.agreements", "config/agreements/examples");
        try (OfficeScene scene = OfficeScene.open(folder, 1, ledger())) {
            String number = scene.decided(scene.ward(NilNotices.class).draft(scene.officer()));
            UUID sitting = scene.sitting(number);
            Sheet sheet = scene.ward(Sittings.class).sheet(sitting, number, scene.officer());
            scene.sign(sitting, number);
            scene.becomes(number, ShipmentState.POSTED);

            Incoming mail = nilNotice(scene);
            assertThat(mail.attachments()).isEmpty();
            assertThat(mail.text().lines()).contains("今月は、令和8年7月1日現在、協定に基づいて新たに提供する情報はありません（該当なし）。");
            assertThat(mail.subject()).isEqualTo("【新宿区】該当なしの通知（" + number + "）");
            assertThat(Stream.concat(Stream.of(mail.subject()), mail.text().lines()))
                    .containsExactlyElementsOf(sheet.preview().text());
            assertThat(mail.carries(sheet.signing().parcelSha256())).isTrue();
            assertThat(scene.acts("", number))
                    .contains("shipment.sealed", "shipment.released", "shipment.witnessed", "shipment.cleared");
            nothingIsOpenedAndNobodyProvided(scene, number);
        } finally {
            System.clearProperty("kakehashi.agreements");
        }
    }

    private static Incoming nilNotice(OfficeScene scene) {
        String bureau =
                scene.ward(Agreements.class).only().parties().recipients().get(0);
        List<Incoming> mails = DeliveredMail.to(bureau, scene.stage.mail());
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    /** The bureau's mailroom says what it is; our own copy of it is told apart; nobody waits for an acknowledgement. */
    private static void nothingIsOpenedAndNobodyProvided(OfficeScene scene, String number) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scene.bureau(Inbox.class).held())
                        .extracting(HeldMail::reason)
                        .containsExactly("NIL_NOTICE"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> scene.acts().stream().anyMatch(act -> act.contains("mail-handled")));
        assertThat(scene.ward(Inbox.class).held()).isEmpty();
        assertThat(scene.bureau(ReceivedParcels.class).all()).isEmpty();
        assertThat(scene.bureau(Listings.class).list(RECEIVER)).isEmpty();
        assertThat(scene.ward(Register.class).of(number)).isEmpty();
        assertThat(scene.ward(Shipments.class).peopleProvidedThisYear()).isZero();
        scene.passes(Duration.ofDays(30));
        assertThat(scene.ward(Overdue.class).numbers()).isEmpty();
        assertThat(scene.ward(Settling.class).acknowledge(number, "電話", "架空 太郎", "", 0, scene.officer()))
                .isEmpty();
        scene.becomes(number, ShipmentState.ACKNOWLEDGED);
    }

    /** By the machine's word with the code; where the form has none, by a person who heard number and rows read back. */
    static void acknowledged(OfficeScene scene, String number) {
        if (!scene.ward(Agreements.class).only().printsCode()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            !scene.acts("acknowledgement-disagrees", number).isEmpty());
            assertThat(scene.shipment(number).state()).isEqualTo(ShipmentState.POSTED);
            int rows = scene.shipment(number).rows();
            assertThat(scene.ward(Settling.class).acknowledge(number, "電話", "架空 太郎", "", rows, scene.officer()))
                    .isEmpty();
        }
        scene.becomes(number, ShipmentState.ACKNOWLEDGED);
    }

    /** So many pairs, where a table is agreed; the bureau types it in from the paper. */
    static void handOverAnAgreedTable(OfficeScene scene, int pairs) {
        Agreement agreement = scene.ward(Agreements.class).only();
        if (agreement.passwords().fromTable()) {
            scene.ward(PasswordTable.class).make(agreement, pairs, scene.officer());
            String paper = scene.ward(PasswordTable.class).sheet(agreement, scene.officer()).stream()
                    .map(pair -> pair.number() + ", " + Passwords.grouped(pair.zip()) + ", "
                            + Passwords.grouped(pair.workbook()))
                    .collect(Collectors.joining("\n"));
            assertThat(scene.bureau(PasswordPairs.class)
                            .load(scene.bureau(Agreements.class).only(), paper, RECEIVER)
                            .loaded())
                    .hasSize(2 * pairs);
            assertThat(scene.ward(PasswordTable.class).handedOver(agreement, scene.officer()))
                    .isEmpty();
        }
    }

    /** Where a table is agreed: the mail named its only pair, and nothing more can be sealed. */
    private static void theTableIsUsedUp(OfficeScene scene, String number) {
        Agreement agreement = scene.ward(Agreements.class).only();
        if (agreement.passwords().fromTable()) {
            PasswordSlip slip = scene.slip(number);
            assertThat(slip.passwordNumber()).hasValue("W1");
            assertThat(DeliveredMail.to(agreement.parties().recipients().get(0), scene.stage.mail()))
                    .anyMatch(mail -> mail.text().contains("第W1番"))
                    .noneMatch(mail -> mail.text().contains(slip.zipPassword()));
            assertThat(scene.ward(PasswordTable.class).warning(agreement)).isPresent();
            String next = scene.decided(scene.ward(Drafting.class).draftTest(ZipMethod.AES_256, scene.officer()));
            UUID sitting = scene.newSitting();
            assertThat(scene.ward(Sittings.class).seal(sitting, next, scene.person(scene.accounts.officer())))
                    .hasValueSatisfying(no -> assertThat(no.reason()).contains("使い切りました"));
        }
    }

    /**
     * It is sent by two people together; the receiver opens it with the pair that the mail names, or types the passwords
     * heard on the telephone.
     */
    static void sent(OfficeScene scene, String number) {
        UUID sitting = scene.sitting(number);
        scene.sign(sitting, number);
        scene.becomes(number, ShipmentState.POSTED);
        opened(scene, number);
    }

    private static void opened(OfficeScene scene, String number) {
        if (scene.ward(Agreements.class).only().passwords().fromTable()) {
            assertThat(scene.bureau(ReceivedParcels.class)
                            .openWithPair(arrived(scene).id(), RECEIVER))
                    .isTrue();
            return;
        }
        PasswordSlip slip = scene.ward(Shipments.class).passwords(number, scene.officer());
        assertThat(scene.bureau(ReceivedParcels.class)
                        .open(arrived(scene).id(), slip.zipPassword(), slip.workbookPassword(), RECEIVER))
                .isTrue();
    }

    private static Parcel arrived(OfficeScene scene) {
        ReceivedParcels parcels = scene.bureau(ReceivedParcels.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !parcels.awaitingPasswords().isEmpty());
        return parcels.awaitingPasswords().get(0);
    }
}

package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.agreement.Parties;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.letter.Acknowledgement;
import jp.kakehashi.letter.Incoming;
import jp.kakehashi.letter.Letter;
import jp.kakehashi.mailroom.LetterState;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.register.Register;
import jp.kakehashi.release.Sheet;
import jp.kakehashi.release.Sittings;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.Settling;
import jp.kakehashi.shipment.ShipmentRow;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What leaves and what is never sent again, what a mail holds and what it never holds (1, 4 and 7), in the whole program. */
class MailInvariantsTest {

    private static final String STATED_BY = "架空の電話";

    @TempDir
    static Path folder;

    private static SmtpRelay relay;
    private static OfficeScene scene;
    private static Parties parties;

    @BeforeAll
    static void open() throws Exception {
        relay = new SmtpRelay();
        scene = OfficeScene.open(
                folder, 8, Map.of("kakehashi.mail.smtp.port", relay.port(), "kakehashi.mail.smtp.tls", "none"));
        relay.standsBefore(scene.stage.mail());
        parties = scene.ward(Agreements.class).only().parties();
    }

    @AfterAll
    static void close() throws Exception {
        scene.close();
        relay.close();
    }

    @Test
    @OfficeRule("items-ten")
    void invariant1_theWorkbookHoldsTheTenItemsAndNothingElse() throws Exception {
        String number = posted(2);
        List<ShipmentRow> rows = scene.ward(Shipments.class).rows(number, scene.officer());
        List<String> headings = new ArrayList<>(List.of("番号"));
        for (Item item : Item.values()) {
            headings.add(item.label());
        }

        try (var workbook = DeliveredMail.opened(received(number).get(0), scene.slip(number))) {
            var sheet = workbook.getSheetAt(0);
            List<List<String>> table = new ArrayList<>();
            sheet.forEach(row -> table.add(cells(row)));
            List<List<String>> wide = table.stream()
                    .filter(row -> row.size() > 1 && !row.get(1).isEmpty())
                    .toList();
            assertThat(wide.get(0)).isEqualTo(headings);
            assertThat(wide).hasSize(1 + rows.size());
            for (int i = 0; i < rows.size(); i++) {
                List<String> sent = new ArrayList<>(List.of(Integer.toString(i + 1)));
                for (Item item : Item.values()) {
                    sent.add(rows.get(i).cells().getOrDefault(item, ""));
                }
                assertThat(wide.get(i + 1)).isEqualTo(sent);
            }
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
        }
    }

    @Test
    @OfficeRule("why-not-suspended")
    void invariant1_whyExecutionIsNotSuspendedLeavesInNoCellAndNoMail() throws Exception {
        String number = posted(2);
        List<UUID> people = scene.ward(Shipments.class).rows(number, scene.officer()).stream()
                .map(ShipmentRow::caseId)
                .toList();
        Incoming mail = received(number).get(0);

        assertThat(scene.ward(Cases.class).whyNotSuspended(people).values()).containsOnly(WardOffice.WHY_NOT_SUSPENDED);
        try (var text = new XSSFExcelExtractor(DeliveredMail.opened(mail, scene.slip(number)))) {
            text.setIncludeHeadersFooters(true);
            text.setIncludeCellComments(true);
            assertThat(text.getText()).containsPattern("ZZ[0-9]{8}ZZ").doesNotContain("内部理由");
        }
        assertThat(mail.subject() + mail.text()).doesNotContain("内部理由");
        assertThat(scene.ward(Register.class).of(number))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.cells().toString()).doesNotContain("内部理由"));
        assertThat(scene.acts()).noneMatch(act -> act.contains("内部理由"));
    }

    @Test
    void invariant4_anUnknownOutcomeIsNeverSentAgainByTheMachine() {
        String number = unknown();
        int brought = relay.conversations();

        scene.passes(Duration.ofMinutes(31));
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(relay.conversations()).isEqualTo(brought);
            assertThat(scene.letters(number)).hasSize(1);
            assertThat(scene.shipment(number).state()).isEqualTo(ShipmentState.OUTCOME_UNKNOWN);
        });

        UUID caseId =
                scene.ward(Shipments.class).rows(number, scene.officer()).get(0).caseId();
        assertThat(state(caseId)).isEqualTo(CaseState.PROVIDED);
        assertThat(scene.ward(Settling.class).notDelivered(number, STATED_BY, scene.officer()))
                .isEmpty();
        scene.becomes(number, ShipmentState.NOT_DELIVERED);
        assertThat(state(caseId)).isEqualTo(CaseState.READY);
        assertThat(received(number)).isEmpty();
    }

    @Test
    void invariant4_aResendTakesANewSittingAndKeepsMessageIdAndBytes() {
        String number = scene.decided(1);
        UUID sitting = scene.sitting(number);
        becomesUnknown(number, sitting);

        assertThat(scene.ward(Settling.class).resend(number, scene.officer())).isEmpty();
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(scene.shipment(number).state()).isEqualTo(ShipmentState.SEALED);
            assertThat(scene.letters(number)).hasSize(1);
        });
        Sheet sheet = scene.ward(Sittings.class).sheet(sitting, number, scene.officer());
        assertThat(scene.ward(Sittings.class)
                        .operatorSigns(
                                sitting,
                                number,
                                sheet.signing().parcelSha256(),
                                OfficeScene.answer(sheet),
                                scene.person(scene.accounts.officer())))
                .as("the sitting that has released these bytes once")
                .isPresent();

        UUID again = scene.newSitting();
        assertThat(scene.ward(Sittings.class).seal(again, number, scene.person(scene.accounts.officer())))
                .as("what may have left is not sealed anew")
                .isPresent();
        scene.sign(again, number);
        scene.becomes(number, ShipmentState.POSTED);

        assertThat(scene.letters(number))
                .extracting(LetterView::state)
                .containsExactly(LetterState.OUTCOME_UNKNOWN, LetterState.POSTED);
        assertThat(scene.ward(JdbcClient.class)
                        .sql("select distinct message_id || mime_digest from letter where reference = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(received(number))
                .singleElement()
                .satisfies(mail -> assertThat(mail.attachments().get(0).sha256())
                        .isEqualTo(scene.shipment(number).seal().orElseThrow().parcelSha256()));
    }

    @Test
    void aWrongCodeAcknowledgesNothing() throws Exception {
        String number = posted(1);
        PasswordSlip slip = scene.slip(number);
        String wrong = slip.confirmationCode().orElseThrow().equals("1234") ? "4321" : "1234";
        Acknowledgement claimed = new Acknowledgement(
                number,
                Optional.of(wrong),
                1,
                scene.shipment(number).seal().orElseThrow().parcelSha256());

        deliver(claimed);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scene.shipment(number).remark())
                        .hasValueSatisfying(remark -> assertThat(remark).contains("一致しません")));
        Settling settling = scene.ward(Settling.class);
        assertThat(settling.acknowledge(number, "電話", STATED_BY, wrong, 1, scene.officer()))
                .isPresent();
        assertThat(settling.acknowledge(
                        number, "電話", STATED_BY, slip.confirmationCode().orElseThrow(), 2, scene.officer()))
                .isPresent();
        assertThat(scene.shipment(number).state()).isEqualTo(ShipmentState.POSTED);
        assertThat(settling.acknowledge(
                        number, "電話", STATED_BY, slip.confirmationCode().orElseThrow(), 1, scene.officer()))
                .isEmpty();
        assertThat(scene.shipment(number).state()).isEqualTo(ShipmentState.ACKNOWLEDGED);
    }

    @Test
    void invariant7_noPasswordTravelsByMailOrStandsOpenInTheLedger() throws Exception {
        String number = posted(1);
        int before = scene.acts("passwords-viewed", number).size();
        PasswordSlip slip = scene.slip(number);
        scene.slip(number);

        assertThat(scene.acts("passwords-viewed", number)).hasSize(before + 2);
        assertThat(slip.zipPassword()).isNotEqualTo(slip.workbookPassword());
        List<byte[]> mails = new ArrayList<>(DeliveredMail.raw(parties.from(), scene.stage.mail()));
        mails.addAll(DeliveredMail.raw(parties.recipients().get(0), scene.stage.mail()));
        for (byte[] raw : mails) {
            Incoming mail = Incoming.read(raw);
            String words = mail.subject() + "\n" + mail.text() + "\n" + new String(raw, StandardCharsets.ISO_8859_1);
            assertThat(words.contains(slip.zipPassword()) || words.contains(slip.workbookPassword()))
                    .as("a password in a mail")
                    .isFalse();
            assertThat((mail.subject() + mail.text()).matches("(?s).*\\b" + slip.confirmationCode() + "\\b.*"))
                    .as("the confirmation code in a mail")
                    .isFalse();
        }
        String file = Files.readString(folder.resolve("ward/ledger.mv.db"), StandardCharsets.ISO_8859_1);
        assertThat(file.contains(slip.zipPassword()) || file.contains(slip.workbookPassword()))
                .as("a password in the ledger's file")
                .isFalse();
        assertThat(scene.ward(JdbcClient.class)
                        .sql("select confirmation_code from shipment where control_number = ?")
                        .param(number)
                        .query(byte[].class)
                        .single())
                .hasSizeGreaterThan(20);
    }

    private static String posted(int people) {
        String number = scene.decided(people);
        scene.sign(scene.sitting(number), number);
        scene.becomes(number, ShipmentState.POSTED);
        return number;
    }

    private static String unknown() {
        String number = scene.decided(1);
        becomesUnknown(number, scene.sitting(number));
        return number;
    }

    /** The mail server never answers the final dot, and has not taken the letter. */
    private static void becomesUnknown(String number, UUID sitting) {
        relay.takes(SmtpRelay.Course.LETTER_LOST, () -> {});
        scene.sign(sitting, number);
        scene.becomes(number, ShipmentState.OUTCOME_UNKNOWN);
        relay.takes(SmtpRelay.Course.WHOLE, () -> {});
    }

    private static CaseState state(UUID caseId) {
        return scene.ward(Cases.class).show(caseId, scene.officer()).state();
    }

    /** What of a shipment lies in the bureau's mailbox. */
    private static List<Incoming> received(String number) {
        Optional<String> messageId = Optional.of(scene.letters(number).get(0).messageId());
        return DeliveredMail.to(parties.recipients().get(0), scene.stage.mail()).stream()
                .filter(mail -> mail.messageId().equals(messageId))
                .toList();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : cell.getStringCellValue());
        }
        return cells;
    }

    /** Somebody answers from the bureau's address. */
    private static void deliver(Acknowledgement claimed) throws Exception {
        String bureau = parties.acceptedSenders().get(0);
        Letter letter = new Letter(
                Letter.freshMessageId(bureau),
                bureau,
                List.of(parties.from()),
                claimed.subject(),
                claimed.bodyLines(),
                Optional.empty(),
                Optional.empty(),
                WardOffice.MORNING,
                StandardCharsets.UTF_8);
        MimeMessage mail =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letter.toMime()));
        scene.stage
                .mail()
                .mailboxes()
                .getManagers()
                .getUserManager()
                .getUser(parties.from())
                .deliver(mail);
    }
}

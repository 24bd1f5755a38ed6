package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.Imprint;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.bureau.Arrivals;
import jp.kakehashi.bureau.Openings;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.letter.Attachment;
import jp.kakehashi.letter.Letter;
import jp.kakehashi.mailroom.Inbox;
import jp.kakehashi.parcel.Method;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.workbook.Workbooks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** The bureau's pages over real HTTP: a parcel is opened with the passwords heard on the telephone, or is not. */
@SpringBootTest(
        classes = BureauDesk.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kakehashi.mail.smtp.host=localhost",
            "kakehashi.mail.smtp.port=1",
            "kakehashi.mail.imap.host=localhost",
            "kakehashi.mail.imap.port=1"
        })
@ActiveProfiles("bureau")
class BureauPagesTest {

    private static final Agreement AGREEMENT = TestAgreement.demo();
    private static final String ZIP_PASSWORD = "abcdefghjkmnprstuvwx";
    private static final String WORKBOOK_PASSWORD = "2345678abcdefghjkmnp";
    private static final List<String> PERSON = List.of(
            "KAKU TARO", "架空　太郎", "男", "1990年01月05日", "無国籍", "ZZ00000001ZZ", "留学", "1年3月", "2026年12月31日", "架空の理由である。");

    @Autowired
    private Inbox inbox;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Openings openings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient ledger;

    @LocalServerPort
    private int port;

    @Test
    void aParcelIsOpenedWithItsPasswordsAndItsPeopleAreListed() throws Exception {
        arrives("R8-001");
        Browser receiver = signedIn("receiver");
        String open = waiting(receiver.open("/parcels")) + "/open";

        receiver.submit(open, Map.of("zipPassword", "wrong", "workbookPassword", "wrong"));
        opened();
        HttpResponse<String> again = receiver.open("/parcels");
        assertThat(again.body()).contains("パスワードが違います", "あと2回").doesNotContain("wrong");
        receiver.submit(open, Map.of("zipPassword", "abcd efgh jkmn prst uvwx", "workbookPassword", WORKBOOK_PASSWORD));
        assertThat(receiver.open("/parcels").body()).contains("開封中", "http-equiv=\"refresh\"");
        opened();

        HttpResponse<String> after = receiver.open("/parcels");
        assertThat(after.body()).contains("開封済", "0427").doesNotContain(ZIP_PASSWORD, "http-equiv=\"refresh\"");
        assertThat(receiver.open("/list").body()).contains("KAKU TARO", "登録中", "R8-001");
        assertThat(WardTest.refusal(receiver.submit(open, Map.of("zipPassword", "a", "workbookPassword", "b"))))
                .contains("もうパスワードを待っていません");
    }

    @Test
    void whatCannotBeOpenedIsReportedBack() throws Exception {
        arrives("R8-002");
        Browser receiver = signedIn("receiver");
        HttpResponse<String> page = receiver.open("/parcels");
        String path = waiting(page) + "/cannot-open";

        HttpResponse<String> after = receiver.submit(Form.of(page.body(), path));

        assertThat(after.body()).contains("要確認", "開封できないと判断しました");
    }

    @Test
    @OfficeRule("passwords-table")
    void invariant7_theTableIsTypedInOnceAndIsNeverShownAgain() throws Exception {
        Browser receiver = signedIn("receiver");
        Form form = Form.of(receiver.open("/password-pairs").body(), "/password-pairs");
        String right = "W1, abcd efgh jkmn prst uvwx, " + WORKBOOK_PASSWORD;
        String slip = "W2, abcd efgh jkmn prst uvw, " + WORKBOOK_PASSWORD;

        HttpResponse<String> page = receiver.submit(form.with("table", right + "\n" + slip));

        assertThat(page.body())
                .contains("1組を登録しました：W1", "2行目：パスワード1（zip）", "受領用（W）1組")
                .doesNotContain(WORKBOOK_PASSWORD, ZIP_PASSWORD, "prst uvw,");
        assertThat(signedIn("auditor").open("/password-pairs").statusCode()).isEqualTo(403);
    }

    @Test
    void aParcelWhoseMailNamesAPairIsOpenedWithOneButton() throws Exception {
        arrives("R8-003");
        ledger.sql("update bureau_parcel set pair_told = 'W5' where control_number = 'R8-003'")
                .update();
        Browser receiver = signedIn("receiver");
        HttpResponse<String> page = receiver.open("/parcels");
        String path = "/parcels/" + of("R8-003") + "/open-with-pair";
        assertThat(page.body()).contains("第W5番。この番号の組は登録されていないか");
        assertThat(Form.isOn(page.body(), path)).isFalse();
        assertThat(WardTest.refusal(receiver.submit(path, Map.of()))).contains("開封できる組がありません");
        String pair = "W5," + ZIP_PASSWORD + "," + WORKBOOK_PASSWORD;
        receiver.submit(Form.of(receiver.open("/password-pairs").body(), "/password-pairs")
                .with("table", pair));

        receiver.submit(Form.of(receiver.open("/parcels").body(), path));
        opened();

        assertThat(receiver.open("/parcels").body())
                .containsPattern("R8-003</th>\\s*<td>滞納者情報</td>\\s*<td>\\s*<span class=\"line\">開封済<");
    }

    private UUID of(String number) {
        return ledger.sql("select id from bureau_parcel where control_number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
    }

    @Test
    void onlyAReceiverOpensAndOnlyWhatIsThere() throws Exception {
        assertThat(signedIn("auditor").open("/parcels").statusCode()).isEqualTo(403);
        Browser receiver = signedIn("receiver");
        receiver.open("/parcels");
        String unknown = "/parcels/" + UUID.randomUUID() + "/open";

        assertThat(receiver.submit(unknown, Map.of("zipPassword", "a", "workbookPassword", "b"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(receiver.submit(unknown, Map.of("zipPassword", "a")).statusCode())
                .isEqualTo(400);
        assertThat(receiver.open("/mail/held").statusCode()).isEqualTo(200);
        assertThat(receiver.open("/list?page=7").statusCode()).isEqualTo(404);
    }

    private Browser signedIn(String account) throws Exception {
        Browser browser = new Browser(port);
        browser.signIn(account, TestPeople.PASSWORD);
        return browser;
    }

    private static String waiting(HttpResponse<String> page) {
        Matcher parcel = Pattern.compile("action=\"(/parcels/[^\"/]+)/open\"").matcher(page.body());
        assertThat(parcel.find()).isTrue();
        return parcel.group(1);
    }

    private void arrives(String number) throws MessagingException, IOException {
        inbox.receive(
                new MimeMessage(null, new ByteArrayInputStream(mail(number).toMime())));
        inbox.sort();
        transaction.executeWithoutResult(status -> arrivals.take(inbox.nextParcel()));
    }

    private void opened() {
        transaction.executeWithoutResult(status -> openings.open(openings.next()));
    }

    private static Letter mail(String number) throws IOException {
        LocalDate june = LocalDate.of(2026, 6, 1);
        String stem = AGREEMENT.fileStem(DocumentKind.PROVISION, number, june);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        Workbooks.write(
                AGREEMENT.layout(DocumentKind.PROVISION, new Imprint(number, june, Optional.of("0427"))),
                List.of(PERSON).iterator(),
                WORKBOOK_PASSWORD.toCharArray(),
                workbook);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        Parcels.seal(stem + ".xlsx", workbook.toByteArray(), ZIP_PASSWORD.toCharArray(), Method.AES_256, zip);
        return new Letter(
                Letter.freshMessageId("tainou@shinjuku.lg.example"),
                AGREEMENT.parties().from(),
                AGREEMENT.parties().recipients(),
                "件名",
                List.of("本文"),
                Optional.of(new Attachment(stem + ".zip", zip.toByteArray())),
                Optional.empty(),
                OfficeDesk.MORNING,
                AGREEMENT.mail().encoding());
    }
}

package jp.kakehashi.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.register.Chain;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A ward's desk over real HTTP, without script, and what its people do on it. */
@SpringBootTest(
        classes = WardDesk.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kakehashi.mail.smtp.host=localhost",
            "kakehashi.mail.smtp.port=1",
            "kakehashi.mail.imap.host=localhost",
            "kakehashi.mail.imap.port=1"
        })
@ActiveProfiles("ward")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WardTest {

    static final String WHY_NOT_SUSPENDED = "架空の内部理由：就労収入があり、執行停止の要件に当たらない。";

    private static final Pattern CASE = Pattern.compile("name=\"case\" value=\"([^\"]+)\"");
    private static final Pattern CARD = Pattern.compile("ZZ[0-9]{8}ZZ");
    private static final Pattern ASKED = Pattern.compile("data-asked-row=\"([0-9]+)\"");
    private static final Pattern REFUSAL = Pattern.compile("<p class=\"refusal\"[^>]*>([^<]+)<");

    @Autowired
    HandCrank routes;

    @Autowired
    private Chain chain;

    @LocalServerPort
    int port;

    @BeforeAll
    void theRoutesHaveAskedTheTaxDatabase() {
        routes.poll();
    }

    Browser signedIn(String account) throws Exception {
        Browser browser = new Browser(port);
        HttpResponse<String> home = browser.signIn(account, TestPeople.PASSWORD);
        assertThat(home.uri().getPath()).isEqualTo("/");
        return browser;
    }

    static List<String> cases(String page) {
        return CASE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /** What the page says in refusal. */
    static String refusal(HttpResponse<String> page) {
        Matcher refusal = REFUSAL.matcher(page.body());
        assertThat(refusal.find()).as("a refusal on " + page.uri().getPath()).isTrue();
        return refusal.group(1);
    }

    /** What an attribute says that stands once on the page. */
    static String value(HttpResponse<String> page, String attribute) {
        Matcher found = Pattern.compile("\\b" + attribute + "=\"([^\"]*)\"").matcher(page.body());
        assertThat(found.find()).as(attribute + " on " + page.uri().getPath()).isTrue();
        return found.group(1);
    }

    /** The handler confirms the next candidate. */
    static String confirmed(Browser handler) throws Exception {
        String page = handler.open("/cases/confirm").body();
        String id = cases(page).get(0);
        handler.submit(Form.of(page, "/cases/confirm").with("case", id).with("why-" + id, WHY_NOT_SUSPENDED));
        return id;
    }

    /** The handler drafts a shipment of one newly confirmed case; its number. */
    static String drafted(Browser handler) throws Exception {
        return drafted(handler, 1);
    }

    /** The handler drafts a shipment of so many newly confirmed cases; its number. */
    static String drafted(Browser handler, int people) throws Exception {
        String[] ids = new String[people];
        for (int i = 0; i < people; i++) {
            ids[i] = confirmed(handler);
        }
        Form draft = Form.of(handler.open("/shipments").body(), "/shipments").with("case", ids);
        return handler.submit(draft).uri().getPath().replace("/shipments/", "");
    }

    /** The chief decides it. */
    HttpResponse<String> decided(String number) throws Exception {
        Browser manager = signedIn("manager");
        String path = "/shipments/" + number;
        return manager.submit(
                Form.of(manager.open(path).body(), path + "/decide").with("documentNumber", "架空第1号"));
    }

    /** The operator opens a sitting and has it sealed; the document's page in that sitting. */
    String sealed(Browser operator, String number) throws Exception {
        String sitting = operator.submit(Form.of(operator.open("/sitting").body(), "/sitting"))
                .uri()
                .getPath();
        String document = sitting + "/" + number;
        operator.submit(Form.of(operator.open(document).body(), document + "/seal"));
        routes.seal();
        return document;
    }

    /** The operator and the witness sign what is sealed. */
    static void released(Browser operator, String document) throws Exception {
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document, "operator"));
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        operator.submit(answered(witnessed, document, "witness-sign"));
        assertThat(value(operator.open(document), "data-state")).isEqualTo("RELEASED");
    }

    /** The page of the sitting that a document's page belongs to. */
    static String sittingOf(String document) {
        return document.substring(0, document.lastIndexOf('/'));
    }

    /** The witness enters account and password in the operator's page. */
    static Form entering(HttpResponse<String> page, String document, String account) {
        return Form.of(page.body(), sittingOf(document) + "/witness")
                .with("account", account)
                .with("password", TestPeople.PASSWORD);
    }

    /** The form with the right answer to the check question, as read from the preview. */
    static Form answered(HttpResponse<String> page, String document, String verb) {
        String number = document.substring(document.lastIndexOf('/') + 1);
        String[] parts = page.body().split("data-document=\"" + number + "\"", 2);
        String sheet = parts[parts.length - 1];
        String preview = sheet.split("<table class=\"preview\">", 2)[1].split("</table>", 2)[0];
        List<String> cards =
                CARD.matcher(preview).results().map(found -> found.group()).toList();
        Matcher asked = ASKED.matcher(sheet);
        assertThat(asked.find()).isTrue();
        String card = cards.get(Integer.parseInt(asked.group(1)) - 1);
        return Form.of(page.body(), document + "/" + verb)
                .with("rowCount", Integer.toString(cards.size()))
                .with("ending", card.substring(card.length() - 4));
    }

    String chain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chain.export(out);
        return out.toString(UTF_8);
    }
}

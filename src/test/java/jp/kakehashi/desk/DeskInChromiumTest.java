package jp.kakehashi.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.kakehashi.desk.Pictures.paper;
import static jp.kakehashi.desk.Pictures.screen;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakehashi.outside.OutsidePrograms;
import jp.kakehashi.people.TestPeople;
import org.junit.jupiter.api.Test;

/**
 * The way of one shipment through the pages in a real browser: with script switched off, without a mouse, at the size of an
 * office's screen. Each page is kept as a picture in {@code target/pages}, and what is for paper as it is printed.
 */
class DeskInChromiumTest extends WardTest {

    private static final Pattern ROWS = Pattern.compile("正しい件数：\\s*([0-9]+)");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @Test
    void aShipmentGoesThroughThePages() throws Exception {
        OutsidePrograms.run("chromium fonts-noto-cjk", CHROMIUM.toString(), "--version");
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                com.microsoft.playwright.Browser chromium = playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")))) {
            Page handler = signedIn(chromium, "handler");
            String number = confirmAndDraft(handler);
            decide(signedIn(chromium, "manager"), number);
            Page operator = signedIn(chromium, "deputy");
            String sitting = sendTogether(operator, number);
            routes.posted(number);
            record(handler, sitting);
            cannotOpenAtFirst(handler, number);
            telephone(handler, number);
            lookUp(signedIn(chromium, "auditor"));
            String other = drafted(signedIn("handler"));
            deputise(signedIn(chromium, "standin"), other);
            Page manager = signedIn(chromium, "manager");
            lookAfterwards(manager, other);
            lists(manager);
        }
    }

    private static String confirmAndDraft(Page handler) {
        Keyboard keys = new Keyboard(handler);
        screen(handler, "home");
        handler.navigate("/cases");
        screen(handler, "cases");
        assertTrue(paper(handler, "cases").contains("在留期限"), "the list is printed");
        handler.navigate("/cases?state=EXCLUDED");
        screen(handler, "excluded");
        handler.navigate("/cases/confirm");
        screen(handler, "confirm");
        confirm(keys, "article:nth-of-type(1) ");
        confirm(keys, "article:nth-of-type(2) ");
        keys.press("article:nth-of-type(3) [value=ILLNESS]", "Space");
        keys.press("article:nth-of-type(3) .skip", "Enter");
        keys.press("#send button", "Enter");
        assertThat(handler.locator(".notice[role=status]")).containsText("2件を確認済にしました。要配慮により対象外にしたもの：1件");
        screen(handler, "confirmed");
        handler.navigate("/cases?state=READY");
        keys.press("main table tr:first-child a", "Enter");
        assertThat(handler.locator("h2").first()).isVisible();
        screen(handler, "case");
        handler.navigate("/shipments");
        keys.press("main form[action='/shipments'] button", "Enter");
        stands(handler, "DRAFTED");
        screen(handler, "drafted");
        return handler.url().replaceAll(".*/", "");
    }

    private static void confirm(Keyboard keys, String article) {
        keys.type(article + "[name^=why]", WHY_NOT_SUSPENDED);
        keys.press(article + "[name=case]", "Space");
    }

    private static void deputise(Page standin, String number) {
        Keyboard keys = new Keyboard(standin);
        standin.navigate("/shipments/" + number);
        screen(standin, "deputy");
        keys.type("#absence", "（架空）出張のため");
        keys.press("form[action$=decide-as-deputy] button", "Enter");
        stands(standin, "DECIDED");
        screen(standin, "deputised");
    }

    private static void lookAfterwards(Page manager, String number) {
        Keyboard keys = new Keyboard(manager);
        screen(manager, "home-manager");
        keys.press("a[href='/decisions']", "Enter");
        keys.press("summary", "Enter");
        screen(manager, "decisions");
        keys.press("main a[href='/shipments/" + number + "']", "Enter");
        screen(manager, "review");
        keys.press("form[action$=review] button", "Enter");
        assertThat(manager.locator("main")).containsText("代決（後閲 済）");
        screen(manager, "reviewed");
        manager.navigate("/shipments");
        assertThat(manager.locator("main")).containsText("代決（後閲 済）");
        screen(manager, "shipments");
    }

    private static void decide(Page manager, String number) {
        Keyboard keys = new Keyboard(manager);
        manager.navigate("/shipments/" + number);
        screen(manager, "decide");
        keys.type("#documentNumber", "（架空）第1号");
        manager.keyboard().press("Enter");
        stands(manager, "DRAFTED");
        keys.press("form[action$=decide] button", "Enter");
        stands(manager, "DECIDED");
        screen(manager, "decided");
    }

    /** The sitting in which it is sent. */
    private String sendTogether(Page operator, String number) {
        Keyboard keys = new Keyboard(operator);
        operator.navigate("/sitting");
        screen(operator, "sittings");
        keys.press("form[action='/sitting'] button", "Enter");
        assertThat(operator.locator("form[action$=end]")).isVisible();
        screen(operator, "sitting");
        keys.press("tr[data-document=" + number + "] th a", "Enter");
        stands(operator, "DECIDED");
        String document = operator.url();
        screen(operator, "signing-1");
        keys.press("form[action$=seal] button", "Space");
        assertThat(operator.locator(".notice[role=status]")).isVisible();
        screen(operator, "signing-sealing");
        routes.seal();
        lookUpPayments(operator, number);
        operator.navigate(document);
        screen(operator, "signing-2");
        answer(operator, "operator");
        screen(operator, "sitting-to-witness");
        assertThat(operator.locator("#account")).isVisible();
        screen(operator, "signing-4");
        keys.type("#account", "witness");
        keys.type("#password", TestPeople.PASSWORD);
        keys.press("form[action$='/witness'] button", "Enter");
        assertThat(operator.locator("[name=ticket]")).hasCount(1);
        screen(operator, "signing-witness");
        answer(operator, "witness-sign");
        assertThat(operator.locator("tr[data-document=" + number + "]")).hasAttribute("data-step", "SENDING");
        screen(operator, "sitting-sending");
        operator.navigate(document);
        stands(operator, "RELEASED");
        screen(operator, "signing-5");
        return document.replaceAll(".*/sitting/|/[^/]*$", "");
    }

    private static void stands(Page page, String state) {
        assertThat(page.locator("[data-state]")).hasAttribute("data-state", state);
    }

    private static void answer(Page page, String form) {
        Keyboard keys = new Keyboard(page);
        int asked = Integer.parseInt(page.locator("[data-asked-row]").getAttribute("data-asked-row"));
        Locator rows = page.locator(".preview tbody tr");
        String card = rows.nth(asked - 1).locator(".item-RESIDENCE_CARD_NUMBER").innerText();
        String answered = "form[action$=" + form + "] ";
        keys.type(answered + "[name=rowCount]", Integer.toString(rows.count()));
        keys.type(answered + "[name=ending]", card.substring(card.length() - 4));
        keys.press(answered + "button", "Enter");
    }

    private static void lookUpPayments(Page operator, String number) {
        operator.navigate("/shipments/" + number + "/reconciliation");
        screen(operator, "reconciliation");
        assertTrue(paper(operator, "reconciliation").contains("照合票"), "the sheet is printed");
    }

    private static void record(Page handler, String sitting) {
        handler.navigate("/records");
        new Keyboard(handler).press("main table a[href$='" + sitting + "']", "Enter");
        screen(handler, "record");
        assertTrue(paper(handler, "record").contains("SHA-256"), "the record is printed");
    }

    private static void cannotOpenAtFirst(Page handler, String number) {
        Keyboard keys = new Keyboard(handler);
        handler.navigate("/shipments/" + number);
        keys.press("details:has(form[action$=cannot-be-opened]) summary", "Enter");
        keys.type("#cannot-reason", "電話で、開封できないと聞いた（架空）");
        keys.press("form[action$=cannot-be-opened] button", "Enter");
        stands(handler, "UNREADABLE");
        screen(handler, "reopening-1");
        keys.press("form[action$=passwords] button", "Enter");
        keys.type("#to", "（架空）統括審査官");
        keys.press("form[action$=called] button", "Enter");
        screen(handler, "reopening-2");
        keys.type("#file", number);
        keys.press("form[action$=compared] button", "Enter");
        assertThat(handler.locator("form[action$=seal-afresh] button")).isVisible();
        screen(handler, "reopening-3");
        keys.press("details:has(form[action$=opens-now]) summary", "Enter");
        keys.type("#opens-from", "（架空）統括審査官");
        keys.press("form[action$=opens-now] button", "Enter");
        stands(handler, "POSTED");
    }

    private static void telephone(Page handler, String number) {
        Keyboard keys = new Keyboard(handler);
        handler.navigate("/shipments/" + number);
        screen(handler, "posted");
        keys.press("form[action$=passwords] button", "Enter");
        assertThat(handler.locator("[data-secret=code]")).isVisible();
        String code = handler.locator("[data-secret=code]").innerText();
        Matcher rows = ROWS.matcher(handler.locator("main").innerText());
        assertTrue(rows.find(), "the slip says how many rows");
        screen(handler, "slip");
        assertTrue(paper(handler, "slip").contains(code), "the slip is printed");
        keys.press("main p a", "Enter");
        keys.press("details:first-of-type summary", "Enter");
        keys.type("#from", "（架空）統括審査官");
        keys.type("#code", code);
        keys.type("#rows", rows.group(1));
        screen(handler, "acknowledge");
        keys.press("form[action$=acknowledge] button", "Enter");
        stands(handler, "ACKNOWLEDGED");
        screen(handler, "acknowledged");
        handler.navigate("/shipments?lang=en");
        screen(handler, "shipments-english");
    }

    private static void lookUp(Page auditor) {
        Keyboard keys = new Keyboard(auditor);
        auditor.navigate("/register");
        keys.type("#cardNumber", "ZZ99999999ZZ");
        keys.press("#purpose", "End");
        keys.press("main form button", "Enter");
        assertThat(auditor.locator("section")).containsText("記録はありません");
        screen(auditor, "register");
    }

    private static void lists(Page manager) {
        Keyboard keys = new Keyboard(manager);
        manager.navigate("/handlers");
        screen(manager, "handlers");
        assertTrue(paper(manager, "handlers").contains("取扱者指定簿"), "the list of handlers is printed");
        manager.navigate("/password-table");
        keys.press("form[action$=make] button", "Enter");
        keys.press("form[action$=sheet] button", "Enter");
        assertTrue(paper(manager, "password-sheet").contains("W1"), "the table of passwords is printed");
        screen(manager, "password-sheet");
    }

    private Page signedIn(com.microsoft.playwright.Browser chromium, String account) {
        BrowserContext context = chromium.newContext(new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setJavaScriptEnabled(false)
                .setLocale("ja-JP")
                .setViewportSize(1366, 768));
        Page page = context.newPage();
        Keyboard keys = new Keyboard(page);
        page.navigate("/sign-in");
        keys.type("#account", account);
        keys.type("#password", TestPeople.PASSWORD);
        keys.press("main button", "Enter");
        assertThat(page.locator("main .places").first()).isVisible();
        return page;
    }
}

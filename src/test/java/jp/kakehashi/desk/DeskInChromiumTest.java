package jp.kakehashi.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
 * The way of one shipment through the pages in a real browser with script switched off, at the size of an office's screen.
 * Each page is kept as a picture in {@code target/pages}.
 */
class DeskInChromiumTest extends WardTest {

    private static final Pattern ROWS = Pattern.compile("正しい件数：\\s*([0-9]+)");
    private static final int MOST_TABS = 100;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "pages");

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
            sendTogether(operator, number);
            routes.posted(number);
            handler.navigate("/records");
            handler.locator("main table a").first().click();
            picture(handler, "record");
            cannotOpenAtFirst(handler, number);
            telephone(handler, number);
            lookUp(signedIn(chromium, "auditor"));
            String other = drafted(signedIn("handler"));
            deputise(signedIn(chromium, "standin"), other);
            lookAfterwards(signedIn(chromium, "manager"), other);
        }
    }

    private static String confirmAndDraft(Page handler) {
        picture(handler, "home");
        handler.navigate("/cases");
        picture(handler, "cases");
        handler.navigate("/cases?state=EXCLUDED");
        picture(handler, "excluded");
        handler.navigate("/cases/confirm");
        picture(handler, "confirm");
        List<Locator> boxes = handler.locator("input[name=case]").all();
        boxes.get(0).check();
        boxes.get(1).check();
        boxes.get(2).check();
        handler.locator("article").nth(2).locator("fieldset input").nth(3).check();
        handler.locator("main button[type=submit]:not([disabled])").click();
        assertThat(handler.locator(".notice[role=status]")).containsText("2件を確認済");
        picture(handler, "confirmed");
        handler.navigate("/cases?state=READY");
        handler.locator("main table a").first().click();
        assertThat(handler.locator("h2").first()).isVisible();
        picture(handler, "case");
        handler.navigate("/shipments");
        handler.locator("main form[action='/shipments'] button:not([disabled])").click();
        stands(handler, "DRAFTED");
        picture(handler, "drafted");
        return handler.url().replaceAll(".*/", "");
    }

    private static void decide(Page manager, String number) {
        manager.navigate("/shipments/" + number);
        picture(manager, "decide");
        manager.fill("#documentNumber", "（架空）第1号");
        manager.press("#documentNumber", "Enter");
        stands(manager, "DRAFTED");
        manager.locator("form[action$=decide] button:not([disabled])").click();
        stands(manager, "DECIDED");
        picture(manager, "decided");
    }

    private static void deputise(Page standin, String number) {
        standin.navigate("/shipments/" + number);
        picture(standin, "deputy");
        reach(standin, "#absence").pressSequentially("（架空）出張のため");
        reach(standin, "form[action$=decide-as-deputy] button:not([disabled])").press("Enter");
        stands(standin, "DECIDED");
        picture(standin, "deputised");
    }

    private static void lookAfterwards(Page manager, String number) {
        picture(manager, "home-manager");
        manager.locator("a[href='/decisions']").first().click();
        manager.locator("summary").click();
        picture(manager, "decisions");
        manager.locator("main a[href='/shipments/" + number + "']").click();
        picture(manager, "review");
        reach(manager, "form[action$=review] button").press("Enter");
        assertThat(manager.locator("main")).containsText("代決（後閲 済）");
        picture(manager, "reviewed");
        manager.navigate("/shipments");
        assertThat(manager.locator("main")).containsText("代決（後閲 済）");
        picture(manager, "shipments");
    }

    private void sendTogether(Page operator, String number) {
        operator.navigate("/sitting");
        picture(operator, "sittings");
        reach(operator, "form[action='/sitting'] button").press("Enter");
        assertThat(operator.locator("form[action$=end]")).isVisible();
        picture(operator, "sitting");
        reach(operator, "tr[data-document=" + number + "] th a").press("Enter");
        stands(operator, "DECIDED");
        String document = operator.url();
        picture(operator, "signing-1");
        reach(operator, "form[action$=seal] button").press("Space");
        assertThat(operator.locator(".notice[role=status]")).isVisible();
        picture(operator, "signing-sealing");
        routes.seal();
        operator.navigate(document);
        picture(operator, "signing-2");
        answer(operator, "operator");
        picture(operator, "sitting-to-witness");
        assertThat(operator.locator("#account")).isVisible();
        picture(operator, "signing-4");
        reach(operator, "#account").pressSequentially("witness");
        reach(operator, "#password").pressSequentially(TestPeople.PASSWORD);
        reach(operator, "form[action$='/witness'] button:not([disabled])").press("Enter");
        assertThat(operator.locator("[name=ticket]")).hasCount(1);
        picture(operator, "signing-witness");
        answer(operator, "witness-sign");
        assertThat(operator.locator("tr[data-document=" + number + "]")).hasAttribute("data-step", "SENDING");
        picture(operator, "sitting-sending");
        operator.navigate(document);
        stands(operator, "RELEASED");
        picture(operator, "signing-5");
    }

    private static void stands(Page page, String state) {
        assertThat(page.locator("[data-state]")).hasAttribute("data-state", state);
    }

    private static void answer(Page page, String form) {
        int asked = Integer.parseInt(page.locator("[data-asked-row]").getAttribute("data-asked-row"));
        Locator rows = page.locator(".preview tbody tr");
        String card = rows.nth(asked - 1).locator(".item-RESIDENCE_CARD_NUMBER").innerText();
        String answered = "form[action$=" + form + "] ";
        reach(page, answered + "[name=rowCount]").pressSequentially(Integer.toString(rows.count()));
        reach(page, answered + "[name=lastFour]").pressSequentially(card.substring(card.length() - 4));
        reach(page, answered + "button:not([disabled])").press("Enter");
    }

    /** Goes on with Tab, as somebody without a mouse does, until the focus stands there. */
    private static Locator reach(Page page, String selector) {
        for (int steps = 0; steps < MOST_TABS; steps++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() == 1) {
                return page.locator(selector);
            }
        }
        throw new AssertionError("Tab does not reach " + selector);
    }

    private static void cannotOpenAtFirst(Page handler, String number) {
        handler.navigate("/shipments/" + number);
        handler.locator("details:has(form[action$=cannot-be-opened]) summary").click();
        handler.fill("#cannot-reason", "電話で、開封できないと聞いた（架空）");
        handler.locator("form[action$=cannot-be-opened] button:not([disabled])").click();
        stands(handler, "UNREADABLE");
        picture(handler, "reopening-1");
        handler.locator("form[action$=passwords] button").click();
        handler.fill("#to", "（架空）統括審査官");
        handler.locator("form[action$=called] button:not([disabled])").click();
        picture(handler, "reopening-2");
        handler.fill("#file", number);
        handler.locator("form[action$=compared] button:not([disabled])").click();
        assertThat(handler.locator("form[action$=seal-afresh] button")).isVisible();
        picture(handler, "reopening-3");
        handler.locator("details:has(form[action$=opens-now]) summary").click();
        handler.fill("#opens-from", "（架空）統括審査官");
        handler.locator("form[action$=opens-now] button:not([disabled])").click();
        stands(handler, "POSTED");
    }

    private static void telephone(Page handler, String number) {
        handler.navigate("/shipments/" + number);
        picture(handler, "posted");
        handler.locator("form[action$=passwords] button").click();
        assertThat(handler.locator("[data-secret=code]")).isVisible();
        String code = handler.locator("[data-secret=code]").innerText();
        Matcher rows = ROWS.matcher(handler.locator("main").innerText());
        assertTrue(rows.find(), "the slip says how many rows");
        picture(handler, "slip");
        handler.locator("main p a").click();
        handler.locator("summary").first().click();
        handler.fill("#from", "（架空）統括審査官");
        handler.fill("#code", code);
        handler.fill("#rows", rows.group(1));
        picture(handler, "acknowledge");
        handler.locator("form[action$=acknowledge] button:not([disabled])").press("Enter");
        stands(handler, "ACKNOWLEDGED");
        picture(handler, "acknowledged");
        handler.navigate("/shipments?lang=en");
        picture(handler, "shipments-english");
    }

    private static void lookUp(Page auditor) {
        auditor.navigate("/register");
        auditor.fill("#cardNumber", "ZZ99999999ZZ");
        auditor.selectOption("#purpose", "AUDIT");
        auditor.locator("main form button:not([disabled])").click();
        assertThat(auditor.locator("section")).containsText("記録はありません");
        picture(auditor, "register");
    }

    private Page signedIn(com.microsoft.playwright.Browser chromium, String account) {
        BrowserContext context = chromium.newContext(new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setJavaScriptEnabled(false)
                .setLocale("ja-JP")
                .setViewportSize(1366, 768));
        Page page = context.newPage();
        page.navigate("/sign-in");
        page.fill("#account", account);
        page.fill("#password", TestPeople.PASSWORD);
        page.locator("main button").click();
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(!name.startsWith("confirm")));
    }
}

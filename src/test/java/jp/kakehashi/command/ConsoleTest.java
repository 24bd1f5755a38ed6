package jp.kakehashi.command;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.kakehashi.outside.OutsidePrograms;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.register.Chain;
import jp.kakehashi.routing.Cadence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The console over a ward at work: who gets in, and everything that its script could ask of the program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {

    private static final String CARD = "ZZ[0-9]{8}ZZ";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int DENIED = 403;

    /** By kind of MBean: what may be executed, and what may be read. */
    private static final Set<String> ALLOWED = Set.of(
            "context exec dumpRoutesAsXml",
            "context exec dumpRoutesStatsAsXml",
            "context read CamelId",
            "context read CamelVersion",
            "context read State",
            "context read StartedRoutes",
            "context read TotalRoutes",
            "routes exec dumpRouteAsXml",
            "routes exec dumpRouteStatsAsXml",
            "routes read Description",
            "routes read EndpointUri",
            "routes read RouteConfigurationId",
            "routes read RouteGroup",
            "routes read RouteId",
            "processors read ProcessorId",
            "processors read ProcessorName",
            "processors read RouteId",
            "Registry read UpdateCounter",
            "TreeWatcher read Counter");

    private static final String FIGURES =
            "(context|routes|processors) read (CamelId|State|FailuresHandled|Exchanges\\w+|\\w+ProcessingTime|\\w+Timestamp|Uptime(Millis)?)";

    private OperatedWard ward;

    @BeforeAll
    void aWardAtWork(@TempDir Path folder) {
        ward = OperatedWard.open(folder, Map.of());
        ward.bean(Cadence.class).fire("ward-10-poll");
    }

    @AfterAll
    void close() {
        ward.close();
    }

    @Test
    void whoRunsTheMachineOpensTheConsoleAndNobodyElse() throws Exception {
        HttpResponse<String> nobody = new ConsoleVisitor(ward.port()).get("/actuator/hawtio/");
        assertThat(nobody.statusCode()).isEqualTo(302);
        assertThat(URI.create(nobody.headers().firstValue("Location").orElseThrow())
                        .getPath())
                .isEqualTo("/sign-in");

        ConsoleVisitor operations = new ConsoleVisitor(ward.port()).signedIn("operations");
        assertThat(operations.get("/").body()).contains("href=\"/actuator/hawtio\"");
        assertThat(operations.get("/actuator/hawtio/").statusCode()).isEqualTo(200);
    }

    @Test
    void invariant8_anotherRoleIsRefusedAndItIsInTheChain() throws Exception {
        for (String account : List.of("handler", "manager")) {
            ConsoleVisitor other = new ConsoleVisitor(ward.port()).signedIn(account);
            assertThat(other.get("/").body()).doesNotContain("/actuator");
            assertThat(other.get("/actuator/hawtio/").statusCode()).isEqualTo(DENIED);
            assertThat(other.get(ConsoleVisitor.JOLOKIA).statusCode()).isEqualTo(DENIED);
            assertThat(other.post(Map.of("type", "list"), other.token()).statusCode())
                    .isEqualTo(DENIED);
            assertThat(chain())
                    .containsPattern("\"account\":\"" + account
                            + "\",[^\\n]*\"verb\":\"access-refused\",\"subject\":\"/actuator/hawtio\"");
        }
    }

    @Test
    void aQuestionWithoutTheTokenIsRefused() throws Exception {
        ConsoleVisitor operations = new ConsoleVisitor(ward.port()).signedIn("operations");

        assertThat(operations.post(Map.of("type", "list"), operations.token()).statusCode())
                .isEqualTo(200);
        assertThat(operations.post(Map.of("type", "list"), "made-up").statusCode())
                .isEqualTo(DENIED);
    }

    @Test
    void nothingButTheListedAnswersWhateverIsAsked() throws Exception {
        ConsoleVisitor operations = new ConsoleVisitor(ward.port()).signedIn("operations");
        Set<String> answered = new TreeSet<>();

        for (RunningMBean one : RunningMBean.all()) {
            List<RunningMBean.Question> questions = one.everyQuestion();
            JsonNode answers = operations.ask(
                    questions.stream().map(RunningMBean.Question::asked).toList());
            assertThat(answers).as("%s", one.name()).hasSize(questions.size());
            for (int i = 0; i < questions.size(); i++) {
                if (answers.get(i).path("status").asInt() != DENIED) {
                    answered.add(questions.get(i).named());
                }
            }
        }

        assertThat(answered).containsAll(ALLOWED);
        assertThat(answered.stream().filter(name -> !name.matches(FIGURES))).isSubsetOf(ALLOWED);
    }

    @Test
    void nothingButTheVersionAnswersAGet() throws Exception {
        ConsoleVisitor operations = new ConsoleVisitor(ward.port()).signedIn("operations");
        Map<String, String> paths = new LinkedHashMap<>();
        for (RunningMBean one : RunningMBean.all()) {
            one.everyQuestion().forEach(question -> paths.putIfAbsent(question.named(), question.path()));
        }
        paths.put("list", "/list");
        paths.put("search", "/search/*:*");

        List<String> answered = new ArrayList<>();
        for (Map.Entry<String, String> path : paths.entrySet()) {
            HttpResponse<String> answer = operations.get(ConsoleVisitor.JOLOKIA + path.getValue());
            if (answer.statusCode() == 200 && !answer.body().contains("\"status\":403")) {
                answered.add(path.getKey());
            }
        }

        assertThat(answered).isEmpty();
    }

    @Test
    void invariant3_whatTheConsoleIsToldNamesNobodyAndNoPassword() throws Exception {
        ConsoleVisitor operations = new ConsoleVisitor(ward.port()).signedIn("operations");
        StringBuilder told = new StringBuilder();
        for (RunningMBean one : RunningMBean.all()) {
            told.append(operations.ask(one.everyQuestion().stream()
                    .map(RunningMBean.Question::asked)
                    .toList()));
        }
        told.append(operations.ask(List.of(Map.of("type", "list"))));

        assertThat(told).contains("ward-10-poll").doesNotContainPattern(CARD);
        assertThat(told).doesNotContain(ward.mailPassword());
    }

    @Test
    void invariant10_aRoutesDiagramIsDrawnInABrowserAndNothingComesFromElsewhere() {
        OutsidePrograms.run("chromium fonts-noto-cjk", CHROMIUM.toString(), "--version");
        List<String> hosts = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium = playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")))) {
            Page page = chromium.newPage(new Browser.NewPageOptions().setViewportSize(1366, 900));
            page.onRequest(request -> hosts.add(request.url()));
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate("http://localhost:" + ward.port() + "/sign-in");
            page.fill("#account", "operations");
            page.fill("#password", TestPeople.PASSWORD);
            page.locator("main button").click();
            picture(page, "operations-home");
            page.locator("nav a[href='/actuator/hawtio']").click();
            page.getByText("Expand all").first().click();
            page.locator("text=\"shared-30-post\"").first().click();
            page.getByText("Route Diagram").first().click();
            assertThat(page.locator(".react-flow__node")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("smtp:outbox")))
                    .isVisible();
            picture(page, "console-diagram");
            assertThat(page.locator("body")).containsText("共通・発送");
        }

        assertThat(hosts)
                .allMatch(url -> url.startsWith("http://localhost:" + ward.port() + "/") || url.startsWith("data:"));
        assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
    }

    private String chain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ward.bean(Chain.class).export(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", name + ".png")));
    }
}

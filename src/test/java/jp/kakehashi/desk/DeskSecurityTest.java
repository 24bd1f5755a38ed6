package jp.kakehashi.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.people.People;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.ChainFile;
import jp.kakehashi.register.Verdict;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The doors of the desk, over real HTTP, without script. */
@SpringBootTest(
        classes = DeskSecurityTest.Desk.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kakehashi.desk.address=127.0.0.1",
            "kakehashi.desk.port=0",
            "server.servlet.session.cookie.name=kakehashi"
        })
class DeskSecurityTest {

    private static final Instant MORNING = Instant.parse("2026-06-01T00:30:00Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(MORNING);

    @Autowired
    private Chain chain;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void openABrowser() {
        NOW.set(NOW.get().isBefore(MORNING.plusSeconds(86400)) ? NOW.get().plusSeconds(1000) : MORNING);
        browser = new Browser(port);
    }

    @Test
    void whoIsNotSignedInSeesTheSignInPageOnly() throws Exception {
        for (String path : new String[] {"/", "/chain", "/anything"}) {
            HttpResponse<String> page = browser.open(path);
            assertThat(page.uri().getPath()).isEqualTo("/sign-in");
            assertThat(page.body()).contains("<h1>サインイン</h1>").doesNotContain("操作記録");
        }
    }

    @Test
    @OfficeRule("training-marked")
    void aPersonSignsInAndOut() throws Exception {
        HttpResponse<String> home = browser.signIn("auditor", TestPeople.PASSWORD);
        assertThat(home.uri().getPath()).isEqualTo("/");
        assertThat(home.body()).contains("架空 三郎", "主査", "操作記録", "研修用", "新宿区");

        HttpResponse<String> left = browser.submit("/sign-out", Map.of());
        assertThat(left.body()).contains("サインアウトしました");
        assertThat(browser.open("/").uri().getPath()).isEqualTo("/sign-in");
        assertThat(exported()).contains("\"verb\":\"signed-in\"", "\"verb\":\"signed-out\"");
    }

    @Test
    void aRefusalDoesNotSayWhy() throws Exception {
        String wrong = browser.signIn("handler", "wrong").body();
        String unknown = browser.signIn("nobody", "wrong").body();

        assertThat(wrong).contains("サインインできません");
        assertThat(unknown.replaceAll("value=\"[^\"]+\"", "")).isEqualTo(wrong.replaceAll("value=\"[^\"]+\"", ""));
    }

    @Test
    void fiveWrongPasswordsLockTheAccount() throws Exception {
        for (int i = 0; i < 5; i++) {
            browser.signIn("receiver", "wrong");
        }
        assertThat(browser.signIn("receiver", TestPeople.PASSWORD).body()).contains("サインインできません");
    }

    @Test
    void invariant8_whoLacksTheRoleIsRefusedAndItIsInTheChain() throws Exception {
        browser.signIn("handler", TestPeople.PASSWORD);

        HttpResponse<String> refused = browser.open("/chain");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("本日の役割では行えません");
        assertThat(exported())
                .contains("\"account\":\"handler\",\"post\":\"主事\",\"role\":\"HANDLER\",\"verb\":\"access-refused\","
                        + "\"subject\":\"/chain\"");
    }

    @Test
    void whatIsNoPlaceIsClosedToEverybody() throws Exception {
        browser.signIn("auditor", TestPeople.PASSWORD);

        assertThat(browser.open("/no-place").statusCode()).isEqualTo(403);
        assertThat(browser.open("/chainsaw").statusCode()).isEqualTo(403);
        assertThat(browser.open("/chain/no-page").statusCode()).isEqualTo(404);
    }

    @Test
    void anAppointmentEndsOnItsDayAndNotWithTheSession() throws Exception {
        browser.signIn("auditor", TestPeople.PASSWORD);
        assertThat(browser.open("/chain").statusCode()).isEqualTo(200);

        NOW.set(Instant.parse("2027-03-31T15:00:00Z"));

        HttpResponse<String> ended = browser.open("/chain");
        assertThat(ended.uri().getPath()).isEqualTo("/sign-in");
        assertThat(ended.body()).contains("本日の役割がありません");
        NOW.set(MORNING);
        assertThat(browser.open("/chain").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void invariant8_aForgedFormIsRefusedAndInTheChain() throws Exception {
        browser.signIn("auditor", TestPeople.PASSWORD);
        browser.forgetToken();

        assertThat(browser.submit("/chain/export", Map.of()).statusCode()).isEqualTo(403);

        assertThat(exported()).contains("forged or stale form");
    }

    @Test
    void aFormLeftOpenTooLongLeadsToTheSignInPage() throws Exception {
        HttpResponse<String> stale = browser.submit("/chain/export", Map.of());

        assertThat(stale.uri().toString()).endsWith("/sign-in?ended");
    }

    @Test
    void aSessionIsNewAfterSignInAndItsCookieIsClosedToScripts() throws Exception {
        HttpResponse<String> door = browser.open("/sign-in");
        String before = browser.cookie("kakehashi");

        browser.signIn("auditor", TestPeople.PASSWORD);

        assertThat(browser.cookie("kakehashi")).isNotEmpty().isNotEqualTo(before);
        assertThat(door.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Strict");
    }

    @Test
    void invariant10_pagesRunNothingLoadNothingFromElsewhereAndAreNotStored() throws Exception {
        HttpResponse<String> home = browser.signIn("auditor", TestPeople.PASSWORD);

        assertThat(home.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(home.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(home.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(home.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(home.body()).doesNotContain("<script", "style=", "http://", "https://", "jsessionid");
        assertThat(browser.open("/desk.css").statusCode()).isEqualTo(200);
    }

    @Test
    void theLanguageIsSwitchedAndKept() throws Exception {
        assertThat(browser.open("/sign-in").body()).contains("lang=\"ja\"", "<h1>サインイン</h1>");
        assertThat(browser.open("/sign-in?lang=en").body()).contains("<h1>Sign in</h1>");
        assertThat(browser.open("/sign-in").body()).contains("<h1>Sign in</h1>");
        assertThat(browser.open("/sign-in?lang=xx").body()).contains("<h1>Sign in</h1>");
        assertThat(browser.open("/sign-in?lang=ja").body()).contains("<h1>サインイン</h1>");
    }

    @Test
    void invariant3_aFaultShowsNothingOfWhatWentWrong() throws Exception {
        browser.signIn("auditor", TestPeople.PASSWORD);

        HttpResponse<String> fault = browser.open("/chain/fault");
        HttpResponse<String> mistyped = browser.open("/chain/number?of=ZZ00000001ZZ");

        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body()).contains("障害が起きました").doesNotContain("ZZ00000001ZZ", "Exception", "jp.kakehashi");
        assertThat(mistyped.statusCode()).isEqualTo(400);
        assertThat(mistyped.body()).contains("入力の形式").doesNotContain("ZZ00000001ZZ", "Exception");
    }

    @Test
    void invariant8_theAuditorTakesTheChainAwayAndItVerifies() throws Exception {
        browser.signIn("auditor", TestPeople.PASSWORD);
        browser.open("/chain");

        HttpResponse<String> taken = browser.submit("/chain/export", Map.of());

        Path file = folder.resolve("chain.jsonl");
        Files.writeString(file, taken.body());
        assertThat(ChainFile.verify(file, Optional.empty())).isInstanceOf(Verdict.Unbroken.class);
        assertThat(taken.body()).contains("\"verb\":\"chain-exported\"");
        assertThat(taken.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"kakehashi-chain-[0-9-]{10}\\.jsonl\"");
    }

    @Test
    void invariant8_aChainThatDoesNotFollowIsNotGivenOutAndThePageSaysSo() throws Exception {
        browser.signIn("auditor", TestPeople.PASSWORD);
        browser.open("/chain");
        String account = jdbc.sql("select account from chain_entry where sequence = 1")
                .query(String.class)
                .single();
        jdbc.sql("update chain_entry set account = 'x' where sequence = 1").update();
        try {
            assertThat(browser.submit("/chain/export", Map.of()).body())
                    .contains("entry 1 of the chain: 内容が書き換えられています")
                    .doesNotContain("kakehashi-chain-v1");
        } finally {
            jdbc.sql("update chain_entry set account = :account where sequence = 1")
                    .param("account", account)
                    .update();
        }
        assertThat(exported()).contains("\"verb\":\"chain-export-refused\"");
    }

    private String exported() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chain.export(out);
        return out.toString(UTF_8);
    }

    /** The desk alone, with a ledger in memory and the fictitious office. */
    @EnableAutoConfiguration(
            exclude = {CamelAutoConfiguration.class, QuartzAutoConfiguration.class, FlywayAutoConfiguration.class})
    @ComponentScan("jp.kakehashi.desk")
    static class Desk {

        private final TestLedger ledger = TestLedger.h2();

        @Bean
        DataSource dataSource() {
            return ledger.dataSource();
        }

        @Bean
        Vault vault() {
            return TestVault.fresh();
        }

        @Bean
        Clock clock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return NOW.get();
                }

                @Override
                public ZoneId getZone() {
                    return ZoneId.of("Asia/Tokyo");
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(NOW.get(), zone);
                }
            };
        }

        @Bean
        Chain chain(JdbcClient jdbc, PlatformTransactionManager transactions, Vault vault, Clock clock) {
            return new Chain(jdbc, transactions, vault, clock);
        }

        @Bean
        People people(Vault vault, Clock clock) {
            return TestPeople.office(ledger, vault, clock);
        }

        @Bean
        Agreements agreements() {
            return Agreements.load(Path.of("config/agreements"));
        }
    }

    /** Pages that go wrong with a person's data in the message. */
    @Controller
    static class Broken {

        @GetMapping("/chain/fault")
        String fault() {
            throw new IllegalStateException("duplicate key ZZ00000001ZZ");
        }

        @GetMapping("/chain/number")
        String number(@RequestParam int of) {
            return "chain";
        }
    }
}

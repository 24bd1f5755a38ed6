package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.source.Holds;
import jp.kakehashi.source.Weight;
import jp.kakehashi.source.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases, shipments, slip, held mail and register. */
class WardPagesTest extends WardTest {

    @Autowired
    private JdbcClient ledger;

    @Autowired
    private Holds holds;

    @Test
    void casesAreListedByStateAndShownOneByOne() throws Exception {
        Browser handler = signedIn("handler");

        HttpResponse<String> list = handler.open("/cases");
        Matcher link = Pattern.compile("href=\"(/cases/[0-9a-f-]{36})\"").matcher(list.body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> one = handler.open(link.group(1));

        assertThat(list.body()).contains("候補", "対象外", "<caption>");
        assertThat(one.body()).contains("在留カード番号", "ZZ", "履歴").doesNotContain("ZZ</title>");
        assertThat(chain()).contains("case-viewed");
    }

    @Test
    void theListForPaperHasEverybodyOnOneLeaf() throws Exception {
        Browser handler = signedIn("handler");

        HttpResponse<String> excluded = handler.open("/cases?state=EXCLUDED");
        HttpResponse<String> paper = handler.open("/cases/print?state=EXCLUDED");

        assertThat(rowsOf(paper)).isPositive().isGreaterThanOrEqualTo(rowsOf(excluded));
        assertThat(paper.body()).doesNotContain("rel=\"next\"", "支援措置");
    }

    private static long rowsOf(HttpResponse<String> page) {
        return Pattern.compile("scope=\"row\"").matcher(page.body()).results().count();
    }

    @Test
    void casesAreHandedOverToWhoHandlesThemToday() throws Exception {
        Browser handler = signedIn("handler");
        Form all = Form.of(handler.open("/cases/officers").body(), "/cases/officers")
                .with("from", "");

        assertThat(refusal(handler.submit(all.with("to", "auditor")))).contains("取扱者である人");
        String after = handler.submit(all.with("to", "handler")).body();

        assertThat(cases(handler.open("/cases/confirm?mine=true").body())).isNotEmpty();
        assertThat(cases(handler.open("/cases?mine=true").body())).isNotEmpty();
        Browser deputy = signedIn("deputy");
        assertThat(cases(deputy.open("/cases/confirm?mine=true").body())).isEmpty();
        assertThat(cases(deputy.open("/cases?mine=true").body())).isEmpty();
        assertThat(cases(deputy.open("/cases/confirm").body())).isNotEmpty();
        assertThat(after).contains("<th scope=\"row\">handler</th>").doesNotContain("<th scope=\"row\">担当者なし</th>");
        assertThat(chain()).contains("case-assigned");
    }

    @Test
    @OfficeRule("confirm-batch")
    void aBatchIsConfirmedWhereNothingStandsAgainstIt() throws Exception {
        Browser handler = signedIn("handler");
        String page = handler.open("/cases/confirm").body();
        List<String> candidates = cases(page);
        Form batch = Form.of(page, "/cases/confirm")
                .with("case", candidates.get(0), candidates.get(1))
                .with("why-" + candidates.get(0), WHY_NOT_SUSPENDED)
                .with("why-" + candidates.get(1), WHY_NOT_SUSPENDED)
                .with("text-" + candidates.get(1), "直した悪質な理由文である。");

        HttpResponse<String> after = handler.submit(batch);

        assertThat(after.uri().getPath()).isEqualTo("/cases/confirm");
        assertThat(after.body()).contains("1件を確認済にしました", "評価のことば", "直した悪質な理由文である。", WHY_NOT_SUSPENDED);
        assertThat(cases(after.body())).doesNotContain(candidates.get(0)).contains(candidates.get(1));
        assertThat(refusal(handler.submit(Form.of(after.body(), "/cases/confirm"))))
                .contains("印を付けてください");
    }

    @Test
    @OfficeRule("proviso-lasting")
    void whomACircumstanceAppliesToIsSetApartWithoutAnyConfirmationAndTheChiefEndsIt() throws Exception {
        Browser handler = signedIn("handler");
        String page = handler.open("/cases/confirm").body();
        String id = cases(page).get(0);
        String path = "/cases/" + id;

        HttpResponse<String> after =
                handler.submit(Form.of(page, "/cases/confirm").with("proviso-" + id, "ILLNESS"));

        assertThat(after.body()).contains("要配慮により対象外にしたもの：1件").doesNotContain(id);
        String end = path + "/circumstance-ended";
        assertThat(handler.open(path).body()).contains("対象外（要配慮）").doesNotContain(end);
        assertThat(handler.submit(end, Map.of("reason", "架空")).statusCode()).isEqualTo(403);
        Browser manager = signedIn("manager");
        Form form = Form.of(manager.open(path).body(), end).with("reason", "架空の理由");
        assertThat(Form.isOn(manager.submit(form).body(), end)).isFalse();
        assertThat(refusal(manager.submit(form))).contains("登録はありません");
        assertThat(chain()).contains("case-circumstance-ended").doesNotContain("ILLNESS");
    }

    @Test
    void aTextChangedBehindThePageIsNotConfirmed() throws Exception {
        Browser handler = signedIn("handler");
        String page = handler.open("/cases/confirm").body();
        String id = cases(page).get(0);

        HttpResponse<String> after =
                handler.submit(Form.of(page, "/cases/confirm").with("case", id).with("digest-" + id, "0".repeat(64)));

        assertThat(after.body()).contains("表示後に内容が変わりました");
    }

    @Test
    void anExtractThatCouldNotBeTakenIsShownWithItsReason() throws Exception {
        ledger.sql("""
                insert into source_extract (id, noticed_at, imported, reason, people)
                values (random_uuid(), timestamp with time zone '2026-06-01 00:00:00Z', false, '架空の理由 3行目', 0)
                """).update();

        assertThat(signedIn("handler").open("/source").body()).contains("取り込めず消去", "架空の理由 3行目", "2026-06-01 09:00");
    }

    @Test
    void aHeldReadingIsReleasedByANamedPersonWithAReason() throws Exception {
        holds.hold(new Window(Instant.EPOCH, OfficeDesk.MORNING), new Weight(3000, 500, 120, 3100, 7));
        Browser handler = signedIn("handler");
        HttpResponse<String> page = handler.open("/source");
        String path = "/source/" + holds.open().orElseThrow().id();

        assertThat(page.body()).contains("判断待ち", "500のうち120", "3,100のうち7");
        assertThat(handler.submit(Form.of(page.body(), path + "/release").with("reason", "　"))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> after =
                handler.submit(Form.of(page.body(), path + "/release").with("reason", "架空の一括反映"));

        assertThat(after.body()).contains("handler：架空の一括反映");
        assertThat(chain()).contains("reading-released", "架空の一括反映");
        assertThat(refusal(
                        handler.submit(Form.of(page.body(), path + "/discard").with("reason", "遅い"))))
                .contains("もう判断を待っていません");
    }

    @Test
    @OfficeRule("decide-rows")
    void onlyTheChiefDecides() throws Exception {
        Browser handler = signedIn("handler");
        String number = drafted(handler);
        HttpResponse<String> page = handler.open("/shipments/" + number);
        String digest = "0".repeat(64);

        assertThat(value(page, "data-state")).isEqualTo("DRAFTED");
        assertThat(Form.isOn(page.body(), "/shipments/" + number + "/decide")).isFalse();
        assertThat(handler.submit("/shipments/" + number + "/decide", Map.of("contentDigest", digest))
                        .statusCode())
                .isEqualTo(403);
        Browser manager = signedIn("manager");
        manager.open("/shipments/" + number);
        assertThat(refusal(manager.submit("/shipments/" + number + "/decide", Map.of("contentDigest", digest))))
                .contains("内容が変わっています");
        HttpResponse<String> decided = decided(number);
        assertThat(value(decided, "data-state")).isEqualTo("DECIDED");
        assertThat(decided.body()).contains("決裁済");
        assertThat(chain()).contains("access-refused", "decision.made", "架空第1号");
    }

    @Test
    void invariant8_theChiefSeesWhomADecisionIsAboutAndIsRecorded() throws Exception {
        String number = drafted(signedIn("handler"));

        HttpResponse<String> page = signedIn("manager").open("/shipments/" + number);

        assertThat(page.body()).containsPattern("ZZ[0-9]{8}ZZ");
        assertThat(chain()).contains("shipment.rows-viewed");
        assertThat(signedIn("auditor").open("/shipments/" + number).body()).doesNotContainPattern("ZZ[0-9]{8}ZZ");
    }

    @Test
    void aShipmentIsGivenUpWithAReason() throws Exception {
        Browser handler = signedIn("handler");
        String path = "/shipments/" + drafted(handler);

        HttpResponse<String> cancelled = handler.submit(
                Form.of(handler.open(path).body(), path + "/cancel").with("reason", "架空の理由"));

        assertThat(value(cancelled, "data-state")).isEqualTo("CANCELLED");
        assertThat(cancelled.body()).contains("送信取りやめ", "架空の理由");
        assertThat(refusal(handler.submit(path + "/cancel", Map.of("reason", "もう一度"))))
                .contains("取りやめできません");
    }

    @Test
    @OfficeRule("telephone-slip")
    void invariant7_theSlipShowsPasswordsOnceAndIsRecorded() throws Exception {
        Browser handler = signedIn("handler");
        String number = drafted(handler);
        decided(number);
        sealed(handler, number);
        routes.posted(number);
        String path = "/shipments/" + number;

        HttpResponse<String> slip = handler.submit(Form.of(handler.open(path).body(), path + "/passwords"));

        assertThat(secret(slip, "zip")).hasSize(20).isNotEqualTo(secret(slip, "workbook"));
        assertThat(secret(slip, "code")).matches("[0-9]{4}");
        assertThat(slip.body()).contains("03-0000-0001", "ー", "□");
        Form call = Form.of(slip.body(), path + "/called").with("to", "架空の担当");
        HttpResponse<String> told = handler.submit(call.with("rows", ""));
        assertThat(value(told, "data-state")).isEqualTo("POSTED");
        assertThat(told.body()).contains("handler が 架空の担当 に電話で伝達");
        assertThat(refusal(handler.submit(call.with("rows", "1").with("code", "x"))))
                .contains("一致しません");
        assertThat(value(handler.submit(call.with("code", secret(slip, "code"))), "data-state"))
                .isEqualTo("ACKNOWLEDGED");
        assertThat(chain()).contains("shipment.passwords-told");
        assertThat(chain()).contains("shipment.passwords-viewed").doesNotContain(secret(slip, "zip"));
        assertThat(handler.open(path + "/passwords").uri().getPath()).isEqualTo(path);
        assertThat(signedIn("manager").submit(path + "/passwords", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    @OfficeRule("receipt-by-hand")
    void aReceiptConfirmedByTelephoneIsRecorded() throws Exception {
        Browser handler = signedIn("handler");
        String number = drafted(handler);
        decided(number);
        sealed(handler, number);
        routes.posted(number);
        String path = "/shipments/" + number;
        HttpResponse<String> slip = handler.submit(Form.of(handler.open(path).body(), path + "/passwords"));
        Form receipt = Form.of(handler.open(path).body(), path + "/acknowledge")
                .with("channel", "TELEPHONE")
                .with("from", "架空の担当")
                .with("rows", "1");

        assertThat(refusal(handler.submit(receipt.with("code", "x")))).contains("一致しません");
        HttpResponse<String> done = handler.submit(receipt.with("code", secret(slip, "code")));

        assertThat(value(done, "data-state")).isEqualTo("ACKNOWLEDGED");
        assertThat(done.body()).contains("受領確認済");
    }

    @Test
    void invariant8_theRegisterIsLookedUpForAPurpose() throws Exception {
        Browser handler = signedIn("handler");
        String number = drafted(handler);
        decided(number);
        sealed(handler, number);
        routes.posted(number);
        Matcher card = Pattern.compile("ZZ[0-9]{8}ZZ")
                .matcher(handler.open("/shipments/" + number + "?rows=1").body());
        assertThat(card.find()).isTrue();
        Browser auditor = signedIn("auditor");
        Form question = Form.of(auditor.open("/register").body(), "/register").with("purpose", "DISCLOSURE");

        HttpResponse<String> found = auditor.submit(question.with("cardNumber", card.group()));
        HttpResponse<String> other = auditor.submit(question.with("cardNumber", "ＺＺ９９９９９９９９ＺＺ"));
        HttpResponse<String> mistyped = auditor.submit(question.with("cardNumber", "山田"));

        assertThat(found.uri().toString()).endsWith("/register");
        assertThat(found.body()).contains(number, "滞納者情報", "送付");
        assertThat(other.body()).contains("記録はありません");
        assertThat(refusal(mistyped)).contains("在留カード番号は");
        assertThat(chain()).contains("register-looked-up", "DISCLOSURE").doesNotContain(card.group());
        assertThat(handler.open("/register").statusCode()).isEqualTo(403);
    }

    @Test
    void heldMailIsShownAsTextAndHandled() throws Exception {
        routes.receive("""
                From: someone@example.invalid
                Subject: =?UTF-8?B?44GK5bCL44GN?=
                Message-ID: <1@example.invalid>

                <b>hello</b>
                """);
        Browser handler = signedIn("handler");
        Matcher link = Pattern.compile("href=\"(/mail/held/[^\"]+)\"")
                .matcher(handler.open("/mail/held").body());
        assertThat(link.find()).isTrue();

        HttpResponse<String> mail = handler.open(link.group(1));
        assertThat(mail.body()).contains("お尋き", "&lt;b&gt;hello&lt;/b&gt;").doesNotContain("<b>hello");
        HttpResponse<String> after =
                handler.submit(Form.of(mail.body(), link.group(1)).with("reason", "架空の対応"));

        assertThat(after.body()).contains("要確認のメールはありません");
        assertThat(handler.open(link.group(1)).statusCode()).isEqualTo(404);
        assertThat(chain()).contains("mail-viewed", "mail-handled");
    }

    @ParameterizedTest
    @CsvSource({
        "/cases?state=NOPE, 400",
        "/cases?page=x, 400",
        "/cases?page=0, 404",
        "/cases?page=99, 404",
        "/cases/not-a-uuid, 400",
        "/cases/00000000-0000-0000-0000-000000000000, 404",
        "/shipments/R8-999, 404",
        "/shipments/%7Bx%7D, 404",
        "/sitting/00000000-0000-0000-0000-000000000000, 404",
        "/sitting/x/R8-001, 400",
        "/mail/held/00000000-0000-0000-0000-000000000000, 404"
    })
    void aBadAddressIsAnsweredPlainly(String path, int status) throws Exception {
        HttpResponse<String> page = signedIn("handler").open(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("表示できません").doesNotContain("Exception", "jp.kakehashi");
    }

    @Test
    void aBadFormIsAnsweredPlainly() throws Exception {
        Browser handler = signedIn("handler");
        String path = "/shipments/" + drafted(handler);
        handler.open(path);

        assertThat(handler.submit(path + "/cancel", Map.of()).statusCode()).isEqualTo(400);
        assertThat(handler.submit(path + "/cancel", Map.of("reason", " ")).statusCode())
                .isEqualTo(400);
        assertThat(handler.submit(path + "/cancel", Map.of("reason", "　")).statusCode())
                .isEqualTo(400);
        assertThat(handler.submit(path + "/cancel", Map.of("reason", "あ".repeat(401)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(handler.submit(path + "/acknowledge", Map.of("channel", "A", "from", "B", "code", "1", "rows", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(handler.submit("/shipments/R8-999/cancel", Map.of("reason", "架空"))
                        .statusCode())
                .isEqualTo(404);
        String nobody = "00000000-0000-0000-0000-000000000000";
        Map<String, String> unknown = Map.of("case", nobody, "digest-" + nobody, "x", "text-" + nobody, "架空");
        assertThat(handler.submit("/cases/confirm", unknown).statusCode()).isEqualTo(404);
        assertThat(handler.submit("/cases/confirm", Map.of("case", "x")).statusCode())
                .isEqualTo(400);
        assertThat(handler.submit("/cases/confirm", Map.of("case", "00000000-0000-0000-0000-000000000000"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFormWithoutTokenIsForbidden() throws Exception {
        Browser handler = signedIn("handler");
        handler.open("/shipments");
        handler.forgetToken();

        assertThat(handler.submit("/shipments", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void invariant10_noPageRunsOrStoresAnything() throws Exception {
        Browser handler = signedIn("handler");
        for (String path : List.of("/cases", "/cases/confirm", "/shipments", "/sitting", "/mail/held")) {
            HttpResponse<String> page = handler.open(path);

            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
            assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(page.body()).doesNotContain("<script", " style=", "onclick");
        }
    }

    @Test
    void everyPageSpeaksEnglishToo() throws Exception {
        Browser handler = signedIn("handler");
        for (String path : List.of("/cases", "/cases/confirm", "/shipments", "/sitting", "/mail/held")) {
            String page = handler.open(path + "?lang=en").body();

            assertThat(page).as(path).contains("lang=\"en\"").doesNotContain("??");
        }
    }

    private static String secret(HttpResponse<String> page, String which) {
        Matcher secret =
                Pattern.compile("data-secret=\"" + which + "\"[^>]*>([^<]+)<").matcher(page.body());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }
}

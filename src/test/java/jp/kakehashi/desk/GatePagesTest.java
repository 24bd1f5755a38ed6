package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakehashi.house.OfficeRule;
import org.junit.jupiter.api.Test;

/** Gates and stops on the pages of the ward: who may, what is shown, and what a stop stops. */
class GatePagesTest extends WardTest {

    private static final String AGREEMENT = "/gates/nhi-tokyo-isa";
    private static final Pattern LIFT = Pattern.compile("action=\"(/gates/stops/[^\"]+/lift)\"");

    @Test
    @OfficeRule("gates-optional")
    void theChecklistIsShownWithWhatTheFileSaysAndOnlyTheChiefAnswersIt() throws Exception {
        String forHandlers = signedIn("handler").open("/gates").body();
        assertThat(forHandlers)
                .contains("本日、提供を妨げるものはありません。", "滞納対策課長　研修　一郎（架空）", "（取決めファイルの記載）")
                .doesNotContain("action=\"" + AGREEMENT);

        Browser chief = signedIn("manager");
        Form optional = secondForm(chief.open("/gates").body(), AGREEMENT + "/checklist")
                .with("verdict", "NOT_NEEDED")
                .with("evidence", "架空の会議で不要と判断");
        assertThat(chief.submit(optional).body()).contains("不要と判断", "2026-06-01　課長　manager", "架空の会議で不要と判断");
        assertThat(chain()).contains("checklist.answered").doesNotContain("架空の会議");
    }

    @Test
    @OfficeRule("gates-provision")
    void aStopBarsDecisionAndSigningUntilItIsLiftedAndWhatWasReleasedIsSealedAgain() throws Exception {
        Browser operator = signedIn("deputy");
        String draft = drafted(signedIn("handler"));
        String decided = drafted(signedIn("handler"));
        decided(decided);
        String document = sealed(operator, decided);
        released(operator, document);

        Browser chief = signedIn("manager");
        Form stop = Form.of(chief.open("/gates").body(), AGREEMENT + "/stop").with("reason", "架空の理由で停止");
        HttpResponse<String> stopped = chief.submit(stop);

        assertThat(stopped.body()).contains("保護管理者が提供を停止しています", "架空の理由で停止");
        HttpResponse<String> shipment = operator.open("/shipments/" + decided);
        assertThat(value(shipment, "data-state")).isEqualTo("SEALED");
        assertThat(shipment.body()).contains("次の理由により、この送付は進められません。");
        assertThat(refusal(decided(draft))).contains("保護管理者が提供を停止しています");
        String again = operator.submit(Form.of(operator.open("/sitting").body(), "/sitting"))
                .uri()
                .getPath();
        Form signing = answered(operator.open(again + "/" + decided), again + "/" + decided, "operator");
        assertThat(refusal(operator.submit(signing))).contains("保護管理者が提供を停止しています");

        assertThat(liftOne(chief)).contains("本日、提供を妨げるものはありません。", "架空の理由で解除");

        assertThat(decided(draft).body()).doesNotContain("class=\"refusal\"");
        released(operator, again + "/" + decided);
        assertThat(chain())
                .contains("stop.raised", "stop.lifted", "decision.refused")
                .doesNotContain("架空の理由");
    }

    @Test
    void aHandlerNeitherStopsNorLifts() throws Exception {
        Browser handler = signedIn("handler");
        handler.open("/gates");

        assertThat(handler.submit(AGREEMENT + "/stop", Map.of("reason", "架空")).statusCode())
                .isEqualTo(403);
        assertThat(handler.open("/gates").body()).contains("本日、提供を妨げるものはありません。");
    }

    @Test
    @OfficeRule({"incident-clocks", "way-back-open"})
    void anIncidentStopsTheProvisionAndAnAddressInDoubtEverythingUntilTheChiefLiftsEach() throws Exception {
        Browser handler = signedIn("deputy");
        String number = drafted(signedIn("handler"));
        decided(number);
        sealed(handler, number);
        String form = "/incidents/new/" + number;

        HttpResponse<String> early = handler.submit(incident(handler, form).with("noticedAt", "2026-06-01T09:31"));
        assertThat(refusal(early)).contains("現在より後");
        HttpResponse<String> recorded = handler.submit(incident(handler, form));

        assertThat(recorded.body()).contains("誤送付", "期限　2026-06-02", "期限　2026-06-29");
        String page = link(recorded, "/incidents/");
        HttpResponse<String> facts = signedIn("auditor").open(page);
        assertThat(facts.body())
                .contains("1件", "nyukan@isa.go.example", "SHA-256", "パスワードは伝わっていない", "在留カード番号", "架空の係が発見");
        assertThat(signedIn("witness").open("/shipments/" + number).body())
                .contains("漏えい等の事案により提供を停止しています", "宛先に疑義があるため、すべての送付を停止しています");

        Browser chief = signedIn("manager");
        Form told = Form.of(chief.open(page).body(), page + "/done").with("on", "2026-06-01");
        assertThat(chief.submit(told).body()).contains("実施済　2026-06-01");
        String once = liftOne(chief);
        assertThat(once).doesNotContain("本日、提供を妨げるものはありません。");
        assertThat(liftOne(chief)).contains("本日、提供を妨げるものはありません。");
        assertThat(chain())
                .contains("incident.recorded", "incident.viewed", "incident.done", "incident.refused")
                .doesNotContain("架空の係");
    }

    @Test
    @OfficeRule("handlers-print")
    void theListOfHandlersPrintsWithTheChiefsDesignation() throws Exception {
        assertThat(signedIn("handler").open("/handlers").body())
                .contains("架空 花子", "架空 太郎", "取扱者", "立会人", "2027-03-31", "未指定")
                .doesNotContain("action=\"/handlers/designate\"")
                .doesNotContain("架空 三郎");
        Browser chief = signedIn("manager");

        String designated = chief.submit(Form.of(chief.open("/handlers").body(), "/handlers/designate"))
                .body();

        assertThat(designated).contains("2026-06-01　架空 次郎").doesNotContain("未指定");
        assertThat(chain()).contains("handlers-viewed", "handler-designated");
    }

    private static Form incident(Browser handler, String form) throws Exception {
        return Form.of(handler.open(form).body(), form)
                .with("kinds", "MISDELIVERY")
                .with("noticedAt", "2026-05-31T17:00")
                .with("noticedBy", "架空の係が発見")
                .with("password", "NOT_TOLD")
                .with("addressInDoubt", "true");
    }

    private static String link(HttpResponse<String> page, String below) {
        Matcher link = Pattern.compile("href=\"(" + below + "[^\"]+)\"").matcher(page.body());
        assertThat(link.find()).as("a link below " + below).isTrue();
        return link.group(1);
    }

    private static String liftOne(Browser chief) throws Exception {
        String page = chief.open("/gates").body();
        Matcher lift = LIFT.matcher(page);
        assertThat(lift.find()).isTrue();
        return chief.submit(Form.of(page, lift.group(1)).with("reason", "架空の理由で解除"))
                .body();
    }

    private static Form secondForm(String page, String action) {
        return Form.of(page.substring(page.indexOf(action) + action.length()), action);
    }
}

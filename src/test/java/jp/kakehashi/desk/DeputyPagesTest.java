package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakehashi.house.OfficeRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 代決 and 後閲 on the pages: who may, what is recorded, and that nothing waits for the chief. */
class DeputyPagesTest extends WardTest {

    private static final String AWAY = "架空の出張";

    @Autowired
    private JdbcClient ledger;

    @Test
    @OfficeRule("decide-deputy")
    void aDeputyDecidesWhileTheChiefIsAwayAndTheChiefLooksAfterwards() throws Exception {
        String number = drafted(signedIn("handler"));
        String path = "/shipments/" + number;
        HttpResponse<String> decided = decidedByDeputy("standin", number);
        assertThat(value(decided, "data-state")).isEqualTo("DECIDED");
        assertThat(decided.body()).contains("代決（後閲 未了）", "係長　架空 七郎", AWAY);
        assertThat(decided.body())
                .as("a deputy does not look at it as the chief")
                .doesNotContain(path + "/review");

        goes(number);

        Browser chief = signedIn("manager");
        assertThat(chief.open("/").body()).contains("後閲が済んでいない代決", number);
        assertThat(chief.open("/decisions").body()).contains(number, "架空 七郎", AWAY, "0日");
        HttpResponse<String> shown = chief.open(path);
        assertThat(shown.body()).containsPattern("ZZ[0-9]{8}ZZ");
        HttpResponse<String> looked = chief.submit(Form.of(shown.body(), path + "/review"));

        assertThat(looked.body()).contains("代決（後閲 済）", "後閲　2026-06-01 09:30　課長　架空 次郎");
        assertThat(chief.open("/decisions").body()).doesNotContain(number);
        assertThat(refusal(chief.submit(Form.of(shown.body(), path + "/review"))))
                .contains("後閲を待つ代決はありません");
        assertThat(chain())
                .contains("\"manner\":\"DEPUTY\"", "decision.reviewed", "decision.review-refused")
                .doesNotContain(AWAY);
    }

    @Test
    @OfficeRule("decide-deputy")
    void theRecordOfTheSittingAndTheListSayThatItWasADeputy() throws Exception {
        String number = drafted(signedIn("handler"));
        decidedByDeputy("standin", number);
        Browser operator = signedIn("deputy");
        String document = sealed(operator, number);
        operator.submit(answered(operator.open(document), document, "operator"));
        String record = sittingOf(document).replace("/sitting/", "/records/");

        assertThat(operator.open(record).body()).contains("代決（後閲 未了）", "係長　架空 七郎", AWAY);
        assertThat(operator.open("/shipments").body()).contains("代決（後閲 未了）");
    }

    @Test
    @OfficeRule("decider-witness")
    void invariant2_aDeputyWhoDecidedMayWitnessAsTheChiefMay() throws Exception {
        String number = drafted(signedIn("handler"));
        decidedByDeputy("standin", number);
        Browser operator = signedIn("deputy");
        String document = sealed(operator, number);
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document, "operator"));

        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "standin"));
        operator.submit(answered(witnessed, document, "witness-sign"));

        assertThat(value(operator.open(document), "data-state")).isEqualTo("RELEASED");
    }

    @Test
    @OfficeRule("decide-deputy")
    void whoDraftedItDoesNotDecideItAsDeputy() throws Exception {
        Browser drafter = signedIn("standin-handler");
        String path = "/shipments/" + drafted(drafter);
        String page = drafter.open(path).body();
        Map<String, String> decision = Map.of("contentDigest", digest(path), "absence", AWAY);

        assertThat(Form.isOn(page, path + "/decide-as-deputy")).isFalse();
        assertThat(refusal(drafter.submit(path + "/decide-as-deputy", decision)))
                .contains("起案した人は、その送付を代決できません");
        assertThat(value(drafter.open(path), "data-state")).isEqualTo("DRAFTED");
    }

    @Test
    @OfficeRule("decide-deputy")
    void aDeputyDecidesRowsAndNothingElse() throws Exception {
        String path = "/shipments/" + drafted(signedIn("handler"));
        Browser standin = signedIn("standin");
        standin.open(path);
        Map<String, String> decision = Map.of("contentDigest", digest(path), "reason", AWAY);

        for (String act : List.of("/decide", "/way-back", "/review")) {
            assertThat(standin.submit(path + act, decision).statusCode())
                    .as(act)
                    .isEqualTo(403);
        }
        for (String place : List.of("/decisions", "/password-table", "/register")) {
            assertThat(standin.open(place).statusCode()).as(place).isEqualTo(403);
        }
        standin.open(path);
        assertThat(standin.submit(path + "/decide-as-deputy", Map.of("contentDigest", digest(path), "absence", "　"))
                        .statusCode())
                .as("why the chief is away")
                .isEqualTo(400);
        assertThat(signedIn("handler")
                        .submit(path + "/decide-as-deputy", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whereThePeopleAreShownAReleasedShipmentStandsStillOnThePage() throws Exception {
        String number = drafted(signedIn("handler"));
        String path = "/shipments/" + number;
        decidedByDeputy("standin", number);
        Browser operator = signedIn("deputy");
        released(operator, sealed(operator, number));

        assertThat(operator.open(path).body()).contains("http-equiv=\"refresh\"");
        assertThat(operator.open(path + "?rows=1").body()).doesNotContain("http-equiv=\"refresh\"");
        assertThat(signedIn("manager").open(path).body())
                .as("for the chief's look afterwards")
                .containsPattern("ZZ[0-9]{8}ZZ")
                .doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    @OfficeRule("decide-standing")
    void theChiefMakesAStandingDecisionAndEndsItOnThePage() throws Exception {
        Browser chief = signedIn("manager");
        Form standing = Form.of(chief.open("/decisions").body(), "/decisions/nhi-tokyo-isa/standing")
                .with("kind", "ANSWER")
                .with("documentNumber", "架空第9号");
        assertThat(standing.value("until")).isEqualTo("2027-03-31");

        String made = chief.submit(standing).body();

        assertThat(made).contains("疑義照会回答", "2026-06-01～2027-03-31", "架空第9号", "課長　架空 次郎", "有効");
        assertThat(refusal(chief.submit(standing))).contains("期間の重なる包括的な決裁");
        assertThat(refusal(chief.submit(standing.with("kind", "PROVISION")))).contains("取決めの設定により");
        Matcher end =
                Pattern.compile("action=\"(/decisions/standing/[^\"]+/end)\"").matcher(made);
        assertThat(end.find()).isTrue();
        assertThat(chief.submit(end.group(1), Map.of()).body())
                .contains("2026-06-01 09:30 に終了")
                .doesNotContain(end.group(1));
        Browser handler = signedIn("handler");
        handler.open("/shipments");
        assertThat(handler.submit(end.group(1), Map.of()).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> decidedByDeputy(String account, String number) throws Exception {
        Browser standin = signedIn(account);
        HttpResponse<String> page = standin.open("/shipments/" + number);
        assertThat(page.body()).as("whom it is about").containsPattern("ZZ[0-9]{8}ZZ");
        return standin.submit(Form.of(page.body(), "/shipments/" + number + "/decide-as-deputy")
                .with("absence", AWAY));
    }

    /** Nobody waits for the chief. */
    private void goes(String number) throws Exception {
        Browser operator = signedIn("deputy");
        sealed(operator, number);
        routes.posted(number);
        assertThat(value(operator.open("/shipments/" + number), "data-state")).isEqualTo("POSTED");
        assertThat(operator.open("/").body()).as("a task of the chief alone").doesNotContain("後閲");
    }

    private String digest(String path) {
        return ledger.sql("select content_digest from shipment where control_number = :number")
                .param("number", path.replace("/shipments/", ""))
                .query(String.class)
                .single();
    }
}

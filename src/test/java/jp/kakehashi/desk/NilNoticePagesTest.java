package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.mailroom.LetterState;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nil notice on the pages of a ward that agreed on one. */
@SpringBootTest(
        classes = NilNoticePagesTest.Desk.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kakehashi.mail.smtp.host=localhost",
            "kakehashi.mail.smtp.port=1",
            "kakehashi.mail.imap.host=localhost",
            "kakehashi.mail.imap.port=1"
        })
class NilNoticePagesTest extends WardTest {

    private static final String DRAFT = "/shipments/nil-notice";

    @Autowired
    private Shipments shipments;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient ledger;

    /** The ward, but for its agreement. */
    static class Desk extends WardDesk {

        @Override
        Agreements agreements() {
            return TestAgreement.withNilNotice();
        }
    }

    @BeforeEach
    void nobodyIsConfirmedAndNothingDrafted() {
        ledger.sql("update shipment set state = 'CANCELLED'").update();
        ledger.sql("delete from case_enclosure").update();
        ledger.sql("update case_file set state = 'CANDIDATE' where state = 'READY'")
                .update();
    }

    @Test
    @OfficeRule("nil-notice")
    void itIsDraftedOnceAMonthAndOnlyWhereNobodyCouldBeProvided() throws Exception {
        Browser handler = signedIn("handler");
        confirmed(handler);
        assertThat(handler.open("/shipments").body()).contains("提供できる案件があります");
        assertThat(refusal(handler.submit(DRAFT, Map.of()))).contains("該当なしではありません");

        String provision = handler.submit(Form.of(handler.open("/shipments").body(), "/shipments"))
                .uri()
                .getPath();
        assertThat(refusal(handler.submit(DRAFT, Map.of()))).contains("既に作成されています");

        nobodyIsConfirmedAndNothingDrafted();
        assertThat(handler.open(provision).body()).contains("送信取りやめ");
        assertThat(handler.open("/").body()).contains("2026年6月の②提供が、まだ作成されていません");
        noticeDrafted(handler);
        assertThat(handler.open("/").body()).doesNotContain("②提供が、まだ作成");
        assertThat(refusal(handler.submit(DRAFT, Map.of()))).contains("既に作成されています");
    }

    @Test
    void whereSomebodyIsConfirmedMeanwhileItIsNotSealed() throws Exception {
        Browser handler = signedIn("handler");
        String number = noticeDrafted(handler);
        decided(number);
        confirmed(handler);

        String sitting = handler.submit(Form.of(handler.open("/sitting").body(), "/sitting"))
                .uri()
                .getPath();
        String document = sitting + "/" + number;
        Form seal = Form.of(handler.open(document).body(), document + "/seal");

        assertThat(refusal(handler.submit(seal))).contains("提供できる案件があります");
    }

    @Test
    @OfficeRule("sitting-question")
    void invariant2_twoPeopleSeeAndReleaseTheMailItself() throws Exception {
        String number = noticeDrafted(signedIn("handler"));
        assertThat(decided(number).body()).doesNotContain("付議・報告", "対象者を表示する");
        Browser operator = signedIn("deputy");
        String document = sealed(operator, number);

        HttpResponse<String> sheet = operator.open(document);
        assertThat(sheet.body())
                .contains("文面作成済", "【新宿区】該当なしの通知（" + number + "）", "今月は、令和8年6月1日現在", "0件）。", "nyukan@isa.go.example")
                .doesNotContain("暗号化", "<table class=\"preview\">", "在留カード番号");
        Form answer = Form.of(sheet.body(), document + "/operator").with("rowCount", "0");
        assertThat(refusal(operator.submit(answer.with("ending", "999")))).contains("確認問題");
        HttpResponse<String> signed = operator.submit(answer.with("ending", number.split("-")[1]));
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        assertThat(witnessed.body()).contains("該当なし通知", "今月は、令和8年6月1日現在");
        operator.submit(Form.of(witnessed.body(), document + "/witness-sign")
                .with("rowCount", "0")
                .with("ending", number.split("-")[1]));
        assertThat(shipments.find(number).orElseThrow().state()).isEqualTo(ShipmentState.RELEASED);

        routes.lastCheck();

        assertThat(outbox.letters(number)).extracting(LetterView::state).containsExactly(LetterState.QUEUED);
    }

    @Test
    void thereIsNoSlipAndNothingToOpen() throws Exception {
        String number = noticeDrafted(signedIn("handler"));
        decided(number);
        Browser operator = signedIn("deputy");
        sealed(operator, number);
        routes.posted(number);
        String path = "/shipments/" + number;

        String page = operator.open(path).body();

        assertThat(Form.isOn(page, path + "/passwords")).isFalse();
        assertThat(Form.isOn(page, path + "/cannot-be-opened")).isFalse();
        assertThat(page).doesNotContain("受領確認コード", "対象者を表示する");
        assertThat(operator.submit(path + "/passwords", Map.of()).statusCode()).isEqualTo(404);
        assertThat(operator.open("/incidents/new/" + number).statusCode()).isEqualTo(200);
        operator.open(path);
        assertThat(refusal(operator.submit(path + "/cannot-be-opened", Map.of("reason", "架空"))))
                .contains("添付ファイルのない");
        assertThat(refusal(operator.submit(path + "/called", Map.of("to", "架空 七子"))))
                .contains("受領確認を待つ送付ではありません");
        HttpResponse<String> acknowledged =
                operator.submit(Form.of(operator.open(path).body(), path + "/acknowledge")
                        .with("channel", "TELEPHONE")
                        .with("from", "架空 七子"));
        assertThat(value(acknowledged, "data-state")).isEqualTo("ACKNOWLEDGED");
    }

    private static String noticeDrafted(Browser handler) throws Exception {
        HttpResponse<String> page =
                handler.submit(Form.of(handler.open("/shipments").body(), DRAFT));
        assertThat(value(page, "data-state")).isEqualTo("DRAFTED");
        return page.uri().getPath().replace("/shipments/", "");
    }
}

package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.mailroom.Outcome;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Following;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of a shipment that cannot be opened leads through the office's order, under an agreement with one method. */
class ReopeningTest extends WardTest {

    private static final Actor OFFICER = new Actor("t-hanako", "架空 花子", "主事", "HANDLER");

    @Autowired
    private Shipments shipments;

    @Autowired
    private Following following;

    @Autowired
    private TransactionTemplate transaction;

    private Browser handler;
    private String number;
    private String path;

    @BeforeEach
    void aShipmentWasSent() throws Exception {
        handler = signedIn("handler");
        number = drafted(handler);
        path = "/shipments/" + number;
        decided(number);
        sealed(handler, number);
        routes.posted(number);
    }

    @Test
    @OfficeRule("cannot-open")
    void thePageLeadsFromTheCallOverTheSlipToTheFreshSealing() throws Exception {
        String first = shipments.passwords(number, OFFICER).zipPassword();
        HttpResponse<String> page = send(path + "/cannot-be-opened", "reason", "電話で聞いた");
        assertThat(value(page, "data-remedy")).isEqualTo("CALL_AGAIN");
        assertThat(Form.isOn(page.body(), path + "/compared")).isFalse();
        assertThat(Form.isOn(page.body(), path + "/seal-afresh")).isFalse();
        assertThat(refusal(handler.submit(path + "/seal-afresh", Map.of()))).contains("前の手順");

        page = called();
        assertThat(value(page, "data-remedy")).isEqualTo("COMPARE_SLIP");
        assertThat(page.body()).contains("在留審査担当部門　架空　太郎 に電話で伝達");
        page = send(path + "/compared", "file", "Ｒ８－９９９");
        assertThat(refusal(page)).contains(number + " ではありません");
        assertThat(value(page, "data-remedy")).isEqualTo("COMPARE_SLIP");

        page = send(path + "/compared", "file", " " + number.toLowerCase(Locale.ROOT) + " ");
        assertThat(value(page, "data-remedy")).isEqualTo("SEAL_AFRESH");
        assertThat(page.body()).contains("同じ方式（AES-256）", "済：同じファイルでした。");
        handler.submit(Form.of(page.body(), path + "/seal-afresh"));
        routes.seal();

        Shipment afresh = shipments.find(number).orElseThrow();
        assertThat(afresh.seal().orElseThrow().fileName().orElseThrow()).endsWith("_r1.zip");
        assertThat(shipments.passwords(number, OFFICER).zipPassword()).isNotEqualTo(first);
        HttpResponse<String> sealed = handler.open(path);
        assertThat(value(sealed, "data-state")).isEqualTo("SEALED");
        assertThat(sealed.body()).contains("暗号化し直し 1回目").doesNotContain("に電話で伝達");
        assertThat(chain())
                .containsSubsequence(
                        "shipment.cannot-be-opened",
                        "shipment.passwords-told-again",
                        "shipment.slip-differs",
                        "shipment.slip-compared",
                        "shipment.sealed-afresh-wanted",
                        "shipment.sealed\"");
    }

    @Test
    void whatOpensAfterAllWaitsForItsAcknowledgementAgainAndALaterReportBeginsAnew() throws Exception {
        reportedByMachine();
        assertThat(value(handler.open(path), "data-remedy")).isEqualTo("CALL_AGAIN");
        called();

        HttpResponse<String> page = send(path + "/opens-now", "from", "在留審査担当部門　架空　太郎");

        assertThat(value(page, "data-state")).isEqualTo("POSTED");
        assertThat(page.body()).contains("受領確認を記録してください");
        assertThat(chain()).contains("shipment.opened-after-all").doesNotContain("在留審査担当部門");
        assertThat(refusal(handler.submit(path + "/opens-now", Map.of("from", "架空"))))
                .contains("開封不可の送付ではありません");
        reportedByMachine();
        assertThat(value(handler.open(path), "data-remedy")).isEqualTo("CALL_AGAIN");
    }

    @Test
    void aCodeReadBackInTheSecondCallEndsTheOrder() throws Exception {
        send(path + "/cannot-be-opened", "reason", "電話で聞いた");
        String code = shipments.passwords(number, OFFICER).confirmationCode().orElseThrow();

        HttpResponse<String> page = handler.submit(path + "/called", Map.of("to", "架空　太郎", "code", code, "rows", "1"));

        assertThat(value(page, "data-state")).isEqualTo("ACKNOWLEDGED");
        assertThat(page.body()).doesNotContain("data-remedy");
    }

    /** The slip is opened, the passwords are read out, and the call is recorded at its foot. */
    private HttpResponse<String> called() throws Exception {
        HttpResponse<String> slip = handler.submit(Form.of(handler.open(path).body(), path + "/passwords"));
        return handler.submit(Form.of(slip.body(), path + "/called").with("to", "在留審査担当部門　架空　太郎"));
    }

    private HttpResponse<String> send(String action, String field, String value) throws Exception {
        return handler.submit(Form.of(handler.open(path).body(), action).with(field, value));
    }

    private void reportedByMachine() {
        Outcome.About about = new Outcome.About(
                1, UUID.randomUUID(), number, Optional.of(DocumentKind.PROVISION), OfficeDesk.MORNING);
        transaction.executeWithoutResult(status -> following.follow(new Outcome.CannotOpen(about, "WRONG_PASSWORD")));
    }
}

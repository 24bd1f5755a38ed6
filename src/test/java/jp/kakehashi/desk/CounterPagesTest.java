package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.register.Direction;
import jp.kakehashi.register.Entry;
import jp.kakehashi.register.Register;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages for the person at the counter. */
class CounterPagesTest extends WardTest {

    private static final String PAYEE = "9000000003";

    @Autowired
    private Register register;

    @Autowired
    private Vault vault;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    @OfficeRule("receipt-counter")
    void whatTheBureauWasToldIsShownWithoutACellAndTheLookIsInTheChain() throws Exception {
        told(PAYEE);
        Browser handler = signedIn("handler");
        String page = handler.open("/counter").body();

        HttpResponse<String> answer = handler.submit(
                Form.of(page, "/counter").with("payee", "９０００００００03").with("purpose", "PAYMENT"));

        assertThat(answer.body())
                .contains(LocalDate.ofInstant(OfficeDesk.MORNING, ZoneId.of("Asia/Tokyo"))
                        .toString())
                .contains("R8-777", "滞納者情報")
                .doesNotContain(PAYEE)
                .doesNotContain("ZZ00000777ZZ");
        assertThat(handler.submit(Form.of(page, "/counter")
                                .with("payee", "9999999999")
                                .with("purpose", "PAYMENT"))
                        .body())
                .contains("提供先に伝えたことはありません。");
        assertThat(answer.uri().toString()).doesNotContain("9000");
        assertThat(chain()).contains("counter-looked-up", "PAYMENT").doesNotContain(PAYEE);
        assertThat(refusal(handler.submit(
                        Form.of(page, "/counter").with("payee", "<b>").with("purpose", "PAYMENT"))))
                .contains("宛名番号として読めません");
    }

    private void told(String payee) {
        Entry entry = new Entry(
                "R8-777",
                "02PROV",
                Direction.SENT,
                1,
                vault.digest("person", payee),
                Map.of("在留カード番号", "ZZ00000777ZZ"),
                OfficeDesk.MORNING);
        transaction.executeWithoutResult(status -> register.write(List.of(entry)));
    }

    @Test
    void aReceiptIsRegisteredAndTakenBack() throws Exception {
        Browser handler = signedIn("handler");
        Form form =
                Form.of(handler.open("/counter").body(), "/counter/receipts").with("payee", PAYEE);

        assertThat(refusal(handler.submit(form.with("paidOn", "2099-01-01")))).contains("未来の日付");
        HttpResponse<String> after = handler.submit(form.with("paidOn", "2026-05-29"));

        assertThat(after.body()).contains("2026-05-29", "反映待ち").doesNotContain(PAYEE);
        String path = value(after, "data-take-back");
        assertThat(handler.submit(path, Map.of("reason", "　")).statusCode()).isEqualTo(400);
        assertThat(handler.submit(path, Map.of("reason", "架空の番号違い")).body()).contains("ありません。");
        assertThat(refusal(handler.submit(path, Map.of("reason", "もう一度")))).contains("すでに終わっています");
    }

    @Test
    void onlyHandlersStandAtTheCounter() throws Exception {
        assertThat(signedIn("auditor").open("/counter").statusCode()).isEqualTo(403);
    }
}

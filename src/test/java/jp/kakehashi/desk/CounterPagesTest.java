package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.register.Direction;
import jp.kakehashi.register.Entry;
import jp.kakehashi.register.Register;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @Autowired
    private JdbcClient ledger;

    @Autowired
    private Cases cases;

    @Autowired
    private Outbox outbox;

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
        assertThat(handler.submit(path, Map.of("reason", "架空の番号違い")).body()).doesNotContain(path);
        assertThat(refusal(handler.submit(path, Map.of("reason", "もう一度")))).contains("すでに終わっています");
    }

    @Test
    @OfficeRule("receipt-counter")
    void invariant6_aReceiptHoldsBackAReleasedShipmentWhoseLetterWaits() throws Exception {
        String number = drafted(signedIn("handler"), 2);
        decided(number);
        Browser operator = signedIn("deputy");
        String document = sealed(operator, number);
        released(operator, document);
        routes.lastCheck();
        assertThat(letter(number)).isEqualTo("QUEUED");

        HttpResponse<String> told = seen(payee(number));

        assertThat(told.body()).contains("送信直前だった送付 " + number + " を止めました");
        assertThat(letter(number)).isEqualTo("LAPSED");
        assertThat(value(operator.open(document), "data-state")).isEqualTo("DECIDED");
        routes.lastCheck();
        routes.seal();
        HttpResponse<String> afresh = operator.open(document);
        assertThat(value(afresh, "data-state")).isEqualTo("SEALED");
        assertThat(Form.isOn(afresh.body(), document + "/operator"))
                .as("the operator signs again")
                .isTrue();
        assertThat(operator.open("/shipments/" + number + "?rows=1").body()).contains("領収証書を確認（入金反映待ち）");
        released(operator, document);
    }

    @Test
    @OfficeRule("receipt-counter")
    void invariant6_aReceiptDropsWhoStandsInAReleasedShipmentBeforeItsLastCheck() throws Exception {
        String number = drafted(signedIn("handler"));
        decided(number);
        Browser operator = signedIn("deputy");
        released(operator, sealed(operator, number));

        assertThat(seen(payee(number)).body())
                .contains("送信直前だった送付 " + number + " を止めました", "送信は取りやめました")
                .doesNotContain("暗号化し直します");

        assertThat(value(operator.open("/shipments/" + number), "data-state"))
                .as("nobody is left")
                .isEqualTo("CANCELLED");
    }

    @Test
    @OfficeRule("receipt-counter")
    void aReceiptOfSomebodyInADraftSaysThatTheyWillLeaveIt() throws Exception {
        String number = drafted(signedIn("handler"), 2);
        decided(number);

        assertThat(seen(payee(number)).body()).contains("作成済みの送付 " + number + " からも");

        sealed(signedIn("deputy"), number);
        assertThat(signedIn("handler").open("/shipments/" + number + "?rows=1").body())
                .contains("領収証書を確認（入金反映待ち）");
    }

    @Test
    @OfficeRule("receipt-counter")
    void whatAPosterHasInHandIsTooLateAndTheOfficerIsToldSo() throws Exception {
        String number = drafted(signedIn("handler"));
        decided(number);
        Browser operator = signedIn("deputy");
        released(operator, sealed(operator, number));
        routes.lastCheck();
        String payee = payee(number);

        transaction.executeWithoutResult(posting -> {
            while (letter(number).equals("QUEUED")) {
                assertThat(outbox.takeUp()).isNotNull();
            }
            assertThat(letter(number)).isEqualTo("POSTING");
            assertThat(seen(payee).body())
                    .contains("領収証書を登録しました。送付 " + number, "止められませんでした")
                    .doesNotContain("class=\"refusal\"");
            posting.setRollbackOnly();
        });

        assertThat(value(operator.open("/shipments/" + number), "data-state")).isEqualTo("RELEASED");
        routes.posted(number);
        assertThat(value(operator.open("/shipments/" + number), "data-state")).isEqualTo("POSTED");
        assertThat(caseState(number)).isEqualTo("PROVIDED");
        assertThat(seen(payee).body())
                .as("once more")
                .contains("すでに提供済みです（送付 " + number + "）", "滞納がすべて解消したときは")
                .doesNotContain("class=\"refusal\"");
        assertThat(chain()).contains("shipment.receipt-too-late").doesNotContain(payee);
    }

    /** A receipt of this morning is registered at the counter. */
    private HttpResponse<String> seen(String payee) {
        try {
            Browser counter = signedIn("handler");
            return counter.submit(Form.of(counter.open("/counter").body(), "/counter/receipts")
                    .with("payee", payee)
                    .with("paidOn", "2026-06-01"));
        } catch (Exception e) {
            throw new IllegalStateException("the counter does not answer", e);
        }
    }

    /** 宛名番号 of the first person in a shipment. */
    private String payee(String number) {
        List<UUID> first = ledger.sql(
                        "select case_id from shipment_row where control_number = :number order by row_order limit 1")
                .param("number", number)
                .query(UUID.class)
                .list();
        return cases.payees(first).get(0);
    }

    private String letter(String number) {
        return ledger.sql("select state from letter where reference = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private String caseState(String number) {
        return ledger.sql("""
                        select c.state from case_file c join shipment_row r on r.case_id = c.id
                        where r.control_number = :number""").param("number", number).query(String.class).single();
    }

    @Test
    void onlyHandlersStandAtTheCounter() throws Exception {
        assertThat(signedIn("auditor").open("/counter").statusCode()).isEqualTo(403);
    }
}

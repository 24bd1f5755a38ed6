package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.Settling;
import jp.kakehashi.shipment.Shipments;
import jp.kakehashi.shipment.TestExchanges;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The test exchange on the pages, and which path it speaks for. */
class TestExchangeTest extends WardTest {

    private static final Actor OFFICER = new Actor("t-hanako", "架空 花子", "主事", "HANDLER");

    @Autowired
    private TestExchanges testExchanges;

    @Autowired
    private Shipments shipments;

    @Autowired
    private Settling settling;

    @Test
    @OfficeRule("test-exchange")
    void aConfirmedTestSpeaksForItsAddressMethodAndFormAndNoOther() throws Exception {
        Browser handler = signedIn("handler");
        String number = acknowledged(handler);
        Agreement shipped = TestAgreement.demo();
        assertThat(testExchanges.missing(shipped, ZipMethod.AES_256)).isPresent();

        HttpResponse<String> page = handler.open("/shipments/" + number);
        handler.submit(
                Form.of(page.body(), "/shipments/" + number + "/path-confirmed").with("confirmedBy", "情報システム課　架空　七子"));

        assertThat(handler.open("/shipments/" + number).body()).contains("2026-06-01　情報システム課　架空　七子");
        assertThat(chain()).contains("shipment.path-confirmed").doesNotContain("七子");
        assertThat(testExchanges.missing(shipped, ZipMethod.AES_256)).isEmpty();
        assertThat(testExchanges.missing(shipped, ZipMethod.ZIPCRYPTO)).isPresent();
        assertThat(missing("nyukan@isa.go.example", "other@isa.go.example")).isTrue();
        assertThat(missing("heading: 性別", "heading: 男女")).isTrue();
        assertThat(missing("heading: 性別", "heading: 性別")).isFalse();
    }

    @Test
    void aTestThatWasNotAcknowledgedConfirmsNoPath() throws Exception {
        Browser handler = signedIn("handler");
        String number = draftedTest(handler);
        String path = "/shipments/" + number;

        HttpResponse<String> answer = handler.submit(path + "/path-confirmed", Map.of("confirmedBy", "架空　七子"));

        assertThat(refusal(answer)).contains("受領確認済の送受信試験だけ");
        HttpResponse<String> given = handler.submit(
                Form.of(handler.open(path).body(), path + "/cancel").with("reason", "架空の理由"));
        assertThat(value(given, "data-state")).isEqualTo("CANCELLED");
    }

    private static String draftedTest(Browser handler) throws Exception {
        Form draft = Form.of(handler.open("/shipments").body(), "/shipments/test");
        return handler.submit(draft).uri().getPath().replace("/shipments/", "");
    }

    private String acknowledged(Browser handler) throws Exception {
        String number = draftedTest(handler);
        decided(number);
        sealed(signedIn("deputy"), number);
        routes.posted(number);
        PasswordSlip slip = shipments.passwords(number, OFFICER);
        assertThat(settling.acknowledge(
                        number, "電話", "架空", slip.confirmationCode().orElseThrow(), 1, OFFICER))
                .isEmpty();
        return number;
    }

    private boolean missing(String shipped, String other) {
        return testExchanges
                .missing(TestAgreement.with(shipped, other), ZipMethod.AES_256)
                .isPresent();
    }
}

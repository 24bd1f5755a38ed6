package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.parcel.Bounds;
import jp.kakehashi.parcel.Opened;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.Shipments;
import jp.kakehashi.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Where two methods are agreed, what cannot be opened is sealed afresh by the other, once that was tried. */
@ContextConfiguration(classes = OtherMethodTest.TwoMethods.class)
class OtherMethodTest extends WardTest {

    private static final Actor OFFICER = new Actor("t-hanako", "架空 花子", "主事", "HANDLER");
    private static final int AES = 99;
    private static final int STORED = 0;

    @Autowired
    private Shipments shipments;

    @Autowired
    private JdbcClient ledger;

    @Autowired
    private Vault vault;

    /** The agreement with a second method. */
    static class TwoMethods {

        @Bean
        @Primary
        Agreements twoMethods() {
            return TestAgreement.untestedWithTwoMethods();
        }
    }

    @Test
    @OfficeRule("cannot-open")
    void itIsSealedAfreshByTheOtherMethodOnceThatHasItsOwnTestExchange() throws Exception {
        Browser handler = signedIn("handler");
        String number = sent(handler, drafted(handler));
        assertThat(compressionOf(number)).isEqualTo(AES);
        HttpResponse<String> page = unreadable(handler, number);
        assertThat(page.body()).contains("AES-256 から ZipCrypto");
        Form afresh = Form.of(page.body(), "/shipments/" + number + "/seal-afresh");
        assertThat(refusal(handler.submit(afresh))).contains("ZipCrypto", "送受信試験");

        String test = sent(handler, draftedTest(handler, ZipMethod.ZIPCRYPTO));
        confirmed(handler, test);
        handler.submit(afresh);
        routes.seal();

        assertThat(shipments.find(number).orElseThrow().zip()).isEqualTo(ZipMethod.ZIPCRYPTO);
        assertThat(handler.open("/shipments/" + number).body()).contains("ZipCrypto（暗号化し直し 1回目）");
        assertThat(compressionOf(number)).isEqualTo(STORED);
        assertThat(workbookOf(number)).as("an encrypted workbook").startsWith(0xD0, 0xCF, 0x11, 0xE0);
        assertThat(shipments.preview(number, OFFICER).rows()).hasSize(1);
        assertThat(chain()).contains("\"was\":\"AES_256\",\"zip\":\"ZIPCRYPTO\"");
    }

    @Test
    void aMethodThatIsNotAgreedIsNotTried() throws Exception {
        Browser handler = signedIn("handler");
        handler.open("/shipments");
        assertThat(handler.submit("/shipments/test", Map.of("zip", "ROT13")).statusCode())
                .isEqualTo(400);
        String page = handler.open("/shipments").body();
        assertThat(page).contains(">AES-256</option>", ">ZipCrypto</option>");
    }

    private static String draftedTest(Browser handler, ZipMethod method) throws Exception {
        Form draft =
                Form.of(handler.open("/shipments").body(), "/shipments/test").with("zip", method.name());
        return handler.submit(draft).uri().getPath().replace("/shipments/", "");
    }

    private String sent(Browser handler, String number) throws Exception {
        decided(number);
        sealed(handler, number);
        routes.posted(number);
        return number;
    }

    private void confirmed(Browser handler, String number) throws Exception {
        PasswordSlip slip = shipments.passwords(number, OFFICER);
        String path = "/shipments/" + number;
        handler.submit(
                path + "/called",
                Map.of("to", "架空　太郎", "code", slip.confirmationCode().orElseThrow(), "rows", "1"));
        handler.submit(
                Form.of(handler.open(path).body(), path + "/path-confirmed").with("confirmedBy", "情報システム課　架空　七子"));
    }

    /** Reported, called again, and compared: what is left is to seal it afresh. */
    private static HttpResponse<String> unreadable(Browser handler, String number) throws Exception {
        String path = "/shipments/" + number;
        handler.submit(
                Form.of(handler.open(path).body(), path + "/cannot-be-opened").with("reason", "電話で聞いた"));
        handler.submit(path + "/called", Map.of("to", "架空　太郎"));
        return handler.submit(
                Form.of(handler.open(path).body(), path + "/compared").with("file", number));
    }

    /** How the entry of the sealed zip is packed, from its local header: 99 is AES, and 0 stored. */
    private int compressionOf(String number) {
        return parcel(number)[8] & 0xFF;
    }

    private byte[] workbookOf(String number) {
        char[] password = shipments.passwords(number, OFFICER).zipPassword().toCharArray();
        return ((Opened.Content) Parcels.open(parcel(number), password, Bounds.OF_A_MAIL)).bytes();
    }

    private byte[] parcel(String number) {
        byte[] sealed = ledger.sql("select parcel from shipment where control_number = :number")
                .param("number", number)
                .query(byte[].class)
                .single();
        return vault.open(sealed, "shipment.parcel:" + number);
    }
}

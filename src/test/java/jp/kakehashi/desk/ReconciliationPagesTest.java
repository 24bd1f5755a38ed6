package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakehashi.house.OfficeRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 照合票: what is printed for the collection terminal, and what is signed on it. */
class ReconciliationPagesTest extends WardTest {

    private Browser handler;
    private String number;
    private String path;

    @BeforeEach
    void aSealedShipment() throws Exception {
        handler = signedIn("handler");
        number = drafted(handler);
        decided(number);
        sealed(handler, number);
        path = "/shipments/" + number + "/reconciliation";
    }

    @Test
    @OfficeRule("check-sheet")
    void theSheetNamesEverybodyByNumberAndNameAloneAndIsSigned() throws Exception {
        HttpResponse<String> sheet = handler.open(path);

        Matcher name = Pattern.compile(
                        ">1</th>\\s*<td>(?:\\s*<span class=\"line\"></span>)?\\s*<span class=\"line\">([^<]+)<")
                .matcher(sheet.body());
        assertThat(name.find()).as("row number and name").isTrue();
        assertThat(sheet.body()).doesNotContainPattern("ZZ[0-9]{8}ZZ");
        assertThat(handler.submit(Form.of(sheet.body(), path)).uri().getPath()).isEqualTo("/shipments/" + number);
        assertThat(chain())
                .contains("shipment.reconciliation-printed", "shipment.reconciled")
                .doesNotContain(name.group(1));
    }

    @Test
    void whoPaidTodayBreaksTheSealAndAnOldSheetIsNotSigned() throws Exception {
        HttpResponse<String> sheet = handler.open(path);
        Matcher row = Pattern.compile("name=\"paid\" value=\"([^\"]+)\"").matcher(sheet.body());
        assertThat(row.find()).isTrue();

        HttpResponse<String> after = handler.submit(Form.of(sheet.body(), path).with("paid", row.group(1)));

        assertThat(value(after, "data-state")).isNotEqualTo("SEALED");
        assertThat(refusal(handler.submit(Form.of(sheet.body(), path)))).contains("印刷し直して");
    }
}

package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.shipment.PasswordTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The agreed table of passwords on its pages. */
class PasswordTableTest extends WardTest {

    private static final Pattern PASSWORD = Pattern.compile(">([a-z2-8]{4}(?: [a-z2-8]{4}){4})<");

    @Autowired
    private PasswordTable table;

    @Test
    void invariant7_theTableIsShownUntilItIsHandedOverAndEachLookIsRecorded() throws Exception {
        Agreement agreement = TestAgreement.demo();
        Browser manager = signedIn("manager");
        HttpResponse<String> page = manager.open("/password-table");
        manager.submit(Form.of(page.body(), "/password-table/handed-over"));
        int before = table.left(agreement);
        manager.submit(Form.of(page.body(), "/password-table/make").with("pairs", "2"));

        HttpResponse<String> sheet = manager.submit(Form.of(page.body(), "/password-table/sheet"));

        List<String> shown = PASSWORD.matcher(sheet.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(shown).hasSize(8).doesNotHaveDuplicates();
        assertThat(sheet.body()).containsPattern("(?s)>W[0-9]+<.*>W[0-9]+<.*>B[0-9]+<.*>B[0-9]+<");
        assertThat(table.left(agreement)).isEqualTo(before);
        manager.submit(Form.of(page.body(), "/password-table/handed-over"));
        assertThat(table.left(agreement)).isEqualTo(before + 2);
        assertThat(manager.submit(Form.of(page.body(), "/password-table/sheet")).body())
                .doesNotContainPattern(PASSWORD);
        assertThat(chain())
                .contains("password-table-made", "password-table-viewed", "password-table-handed-over")
                .doesNotContain(shown.get(0).replace(" ", ""));
        assertThat(signedIn("handler").submit("/password-table/sheet", Map.of()).statusCode())
                .isEqualTo(403);
    }
}

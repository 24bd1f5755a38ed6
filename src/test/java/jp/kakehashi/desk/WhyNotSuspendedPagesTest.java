package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kakehashi.house.OfficeRule;
import org.junit.jupiter.api.Test;

/** 執行停止を要しない理由: where it is shown, and where it never stands. */
class WhyNotSuspendedPagesTest extends WardTest {

    @Test
    @OfficeRule("why-not-suspended")
    void itStandsOnTheCaseAndAtTheDecisionAndOnNoPageForPaperOrOfWhatIsSent() throws Exception {
        Browser handler = signedIn("handler");
        String id = confirmed(handler);
        Form draft = Form.of(handler.open("/shipments").body(), "/shipments").with("case", id);
        String path = handler.submit(draft).uri().getPath();

        assertThat(handler.open("/cases/" + id).body()).contains(WHY_NOT_SUSPENDED);
        assertThat(signedIn("manager").open(path).body()).contains(WHY_NOT_SUSPENDED);
        String number = path.replace("/shipments/", "");
        decided(number);
        String document = sealed(handler, number);
        for (String page : List.of(
                "/cases/print?state=READY",
                path + "?rows=1",
                path + "/reconciliation",
                document,
                sittingOf(document))) {
            assertThat(handler.open(page).body()).as(page).doesNotContain("内部理由");
        }
        routes.posted(number);
        assertThat(handler.submit(Form.of(handler.open(path).body(), path + "/passwords"))
                        .body())
                .contains("電話連絡票")
                .doesNotContain("内部理由");
        assertThat(chain()).doesNotContain("内部理由");
    }
}

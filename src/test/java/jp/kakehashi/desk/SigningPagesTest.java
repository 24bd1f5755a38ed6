package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.people.TestPeople;
import org.junit.jupiter.api.Test;

/** The sitting: what two people can and cannot do on the operator's page. */
class SigningPagesTest extends WardTest {

    @Test
    void invariant2_operatorAndWitnessReleaseTogether() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> sheet = operator.open(document);
        assertThat(value(sheet, "data-state")).isEqualTo("SEALED");
        assertThat(sheet.body()).contains("nyukan@isa.go.example", "受領確認コード");

        HttpResponse<String> signed = operator.submit(answered(sheet, document + "/operator"));
        assertThat(Form.isOn(signed.body(), document + "/operator")).isFalse();
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        assertThat(witnessed.body()).contains("架空 太郎").doesNotContain(TestPeople.PASSWORD);
        HttpResponse<String> released = operator.submit(answered(witnessed, document + "/witness-sign"));

        assertThat(value(released, "data-state")).isEqualTo("RELEASED");
        assertThat(released.body())
                .contains("<meta http-equiv=\"refresh\" content=\"2\"")
                .doesNotContain("ticket");
        assertThat(chain())
                .contains(
                        "sitting.operator-signed",
                        "sitting.witness-entered",
                        "shipment.released",
                        "shipment.witnessed");
    }

    @Test
    void invariant2_theOperatorIsNoWitness() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document + "/operator"));

        assertThat(refusal(operator.submit(entering(signed, document, "deputy"))))
                .contains("操作者は立会人を兼ねられません");
    }

    @Test
    void invariant2_whoDraftedIsNoWitness() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document + "/operator"));

        assertThat(refusal(operator.submit(entering(signed, document, "handler"))))
                .contains("起案した人は立会人になれません");
        assertThat(refusal(operator.submit(entering(signed, document, "auditor"))))
                .contains("取扱者指定簿");
    }

    @Test
    void invariant2_whoHasNotLookedIsRefused() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> sheet = operator.open(document);

        assertThat(refusal(
                        operator.submit(answered(sheet, document + "/operator").with("lastFour", "00ZZ"))))
                .contains("確認問題");
        assertThat(refusal(
                        operator.submit(answered(sheet, document + "/operator").with("rowCount", "7"))))
                .contains("確認問題");
        HttpResponse<String> signed = operator.submit(answered(sheet, document + "/operator"));
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        Form wrong = answered(witnessed, document + "/witness-sign").with("rowCount", "7");

        assertThat(refusal(operator.submit(wrong))).contains("確認問題");
        assertThat(value(operator.open(document), "data-state")).isEqualTo("SEALED");
        assertThat(chain()).contains("sitting.refused");
    }

    @Test
    @OfficeRule("sitting-witness")
    void theWitnessEndsWithThePage() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document + "/operator"));
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        Form made = answered(witnessed, document + "/witness-sign").with("ticket", "0".repeat(64));

        HttpResponse<String> left = operator.open(document);
        HttpResponse<String> reloaded = operator.open(document + "/witness-enter");

        assertThat(left.body()).contains("架空 六郎").doesNotContain("架空 太郎").doesNotContain("name=\"ticket\"");
        assertThat(reloaded.uri().getPath()).isEqualTo(document);
        assertThat(refusal(operator.submit(made))).contains("もう一度IDとパスワード");
        assertThat(operator.open("/cases").body()).contains("架空 六郎");
    }

    @Test
    void invariant8_withoutTheTicketNothingIsSaidOfTheWitness() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document + "/operator"));
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        Form made = answered(witnessed, document + "/witness-sign")
                .with("ticket", "0".repeat(64))
                .with("rowCount", "7");
        long before = actsOf("witness");

        assertThat(refusal(operator.submit(made))).contains("もう一度IDとパスワード");
        assertThat(actsOf("witness")).isEqualTo(before);
    }

    private long actsOf(String account) {
        return chain().lines()
                .filter(line -> line.contains("\"" + account + "\""))
                .count();
    }

    @Test
    void aWrongPasswordOfTheWitnessIsRefusedAndNotRepeated() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document + "/operator"));
        Form wrong = entering(signed, document, "witness").with("password", "誤ったパスワード");

        HttpResponse<String> refused = operator.submit(wrong);

        assertThat(refusal(refused)).contains("立会人のIDまたはパスワード");
        assertThat(refused.uri().toString()).doesNotContain("witness");
        assertThat(refused.body()).doesNotContain("誤ったパスワード");
    }

    @Test
    void invariant2_sealedAfreshItIsSignedAfresh() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> before = operator.open(document);
        Form answer = answered(before, document + "/operator");
        operator.submit(Form.of(before.body(), document + "/seal"));
        routes.seal();

        assertThat(refusal(operator.submit(answer))).contains("送付ファイルが変わりました");
    }

    @Test
    void aSittingBelongsToItsOperatorUntilItEnds() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        String sitting = document.substring(0, document.lastIndexOf('/'));

        assertThat(signedIn("handler").open(document).statusCode()).isEqualTo(404);
        assertThat(signedIn("manager").open(document).statusCode()).isEqualTo(403);
        assertThat(operator.open(sitting).statusCode()).isEqualTo(200);
        operator.submit(Form.of(operator.open(sitting).body(), sitting + "/end"));
        assertThat(operator.open(document).statusCode()).isEqualTo(404);
    }

    private String decidedDraft() throws Exception {
        String number = drafted(signedIn("handler"));
        assertThat(value(decided(number), "data-state")).isEqualTo("DECIDED");
        return number;
    }
}

package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

        HttpResponse<String> signed = operator.submit(answered(sheet, document, "operator"));
        assertThat(Form.isOn(signed.body(), document + "/operator")).isFalse();
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        assertThat(witnessed.body()).contains("架空 太郎").doesNotContain(TestPeople.PASSWORD);
        HttpResponse<String> released = operator.submit(answered(witnessed, document, "witness-sign"));

        assertThat(released.uri().getPath()).isEqualTo(sittingOf(document));
        assertThat(released.body())
                .contains("<meta http-equiv=\"refresh\" content=\"2\"", "席を立たないでください")
                .doesNotContain("ticket");
        assertThat(value(operator.open(document), "data-state")).isEqualTo("RELEASED");
        assertThat(chain())
                .contains(
                        "sitting.operator-signed",
                        "sitting.witness-entered",
                        "shipment.released",
                        "shipment.witnessed");
    }

    @Test
    @OfficeRule("sitting-several")
    void invariant2_inOneSittingTheWitnessEntersOnceAndSeesEachDocument() throws Exception {
        Browser operator = signedIn("deputy");
        String first = sealed(operator, decidedDraft());
        String second = sealedIn(sittingOf(first), operator, decidedDraft());
        operator.submit(answered(operator.open(first), first, "operator"));
        HttpResponse<String> signed = operator.submit(answered(operator.open(second), second, "operator"));
        assertThat(step(signed, first)).isEqualTo("TO_WITNESS");

        HttpResponse<String> both = operator.submit(entering(signed, first, "witness"));
        Form wrong = answered(both, first, "witness-sign").with("rowCount", "7");
        HttpResponse<String> corrected = operator.submit(wrong);
        HttpResponse<String> one = operator.submit(answered(corrected, first, "witness-sign"));
        HttpResponse<String> none = operator.submit(answered(one, second, "witness-sign"));

        assertThat(refusal(corrected)).contains("確認問題");
        assertThat(Form.isOn(one.body(), first + "/witness-sign")).isFalse();
        assertThat(none.uri().getPath()).isEqualTo(sittingOf(first));
        assertThat(step(none, first)).isEqualTo("SENDING");
        assertThat(step(none, second)).isEqualTo("SENDING");
        assertThat(none.body()).doesNotContain("name=\"password\"");
    }

    @Test
    void invariant2_aDocumentThatTheWitnessDraftedIsLeftOutAndTheOthersGo() throws Exception {
        Browser operator = signedIn("deputy");
        String theirs = sealed(operator, decidedDraft());
        String own = drafted(operator);
        decided(own);
        String other = sealedIn(sittingOf(theirs), operator, own);
        operator.submit(answered(operator.open(theirs), theirs, "operator"));
        HttpResponse<String> signed = operator.submit(answered(operator.open(other), other, "operator"));

        HttpResponse<String> witnessed = operator.submit(entering(signed, theirs, "handler"));

        assertThat(witnessed.body()).contains("起案した人は立会人になれません");
        assertThat(Form.isOn(witnessed.body(), theirs + "/witness-sign")).isFalse();
        assertThat(Form.isOn(witnessed.body(), other + "/witness-sign")).isTrue();
    }

    @Test
    void invariant2_aTicketIsWorthNothingForWhatIsConfirmedAfterwards() throws Exception {
        Browser operator = signedIn("deputy");
        String first = sealed(operator, decidedDraft());
        String second = sealedIn(sittingOf(first), operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(first), first, "operator"));
        HttpResponse<String> witnessed = operator.submit(entering(signed, first, "witness"));
        Form answer = answered(operator.open(second), second, "operator");
        operator.submit(answer);
        Form forged = Form.of(witnessed.body(), first + "/witness-sign")
                .with("parcel", answer.value("parcel"))
                .with("rowCount", answer.value("rowCount"))
                .with("ending", answer.value("ending"));

        HttpResponse<String> refused = operator.submit(new Form(second + "/witness-sign", forged.fields()));

        assertThat(refusal(refused)).contains("立会人がまだ");
        assertThat(value(operator.open(second), "data-state")).isEqualTo("SEALED");
    }

    @Test
    void invariant2_theOperatorIsNoWitness() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document, "operator"));

        assertThat(refusal(operator.submit(entering(signed, document, "deputy"))))
                .contains("操作者は立会人を兼ねられません");
    }

    @Test
    void invariant2_whoDraftedIsNoWitness() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document, "operator"));

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

        assertThat(refusal(operator.submit(answered(sheet, document, "operator").with("ending", "00XX"))))
                .contains("確認問題");
        assertThat(refusal(operator.submit(answered(sheet, document, "operator").with("rowCount", "7"))))
                .contains("確認問題");
        HttpResponse<String> signed = operator.submit(answered(sheet, document, "operator"));
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        Form wrong = answered(witnessed, document, "witness-sign").with("rowCount", "7");

        assertThat(refusal(operator.submit(wrong))).contains("確認問題");
        assertThat(value(operator.open(document), "data-state")).isEqualTo("SEALED");
        assertThat(chain()).contains("sitting.refused");
    }

    @Test
    @OfficeRule("sitting-witness")
    void theWitnessEndsWithThePage() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document, "operator"));
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        Form made = answered(witnessed, document, "witness-sign").with("ticket", "0".repeat(64));

        HttpResponse<String> left = operator.open(document);
        HttpResponse<String> reloaded = operator.open(sittingOf(document) + "/witness");

        assertThat(left.body()).contains("架空 六郎").doesNotContain("架空 太郎").doesNotContain("name=\"ticket\"");
        assertThat(reloaded.uri().getPath()).isEqualTo(sittingOf(document));
        assertThat(refusal(operator.submit(made))).contains("もう一度IDとパスワード");
        assertThat(operator.open("/cases").body()).contains("架空 六郎");
    }

    @Test
    void invariant8_withoutTheTicketNothingIsSaidOfTheWitness() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document, "operator"));
        HttpResponse<String> witnessed = operator.submit(entering(signed, document, "witness"));
        Form made = answered(witnessed, document, "witness-sign")
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
        HttpResponse<String> signed = operator.submit(answered(operator.open(document), document, "operator"));
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
        Form answer = answered(before, document, "operator");
        operator.submit(Form.of(before.body(), document + "/seal"));
        routes.seal();

        assertThat(refusal(operator.submit(answer))).contains("送付ファイルが変わりました");
    }

    @Test
    void aSittingBelongsToItsOperatorUntilItEnds() throws Exception {
        Browser operator = signedIn("deputy");
        String document = sealed(operator, decidedDraft());
        String sitting = sittingOf(document);

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

    /** A further document, sealed in a sitting that is open. */
    private String sealedIn(String sitting, Browser operator, String number) throws Exception {
        String document = sitting + "/" + number;
        operator.submit(Form.of(operator.open(document).body(), document + "/seal"));
        routes.seal();
        return document;
    }

    /** What the sitting's page says comes next with a document. */
    private static String step(HttpResponse<String> sitting, String document) {
        String number = document.substring(document.lastIndexOf('/') + 1);
        Matcher step = Pattern.compile("data-document=\"" + number + "\"\\s+data-step=\"([A-Z_]+)\"")
                .matcher(sitting.body());
        assertThat(step.find()).isTrue();
        return step.group(1);
    }
}

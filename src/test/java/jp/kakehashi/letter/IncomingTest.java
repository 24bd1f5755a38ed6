package jp.kakehashi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mails as they come: well formed, carelessly formed, and broken. */
class IncomingTest {

    private static final String BOUNCE = """
            From: MAILER-DAEMON@relay.example
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            rows: 500
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; relay.example

            Final-Recipient: rfc822; journal@city.example
            Action: delivered
            Status: 2.0.0

            Final-Recipient: rfc822; Bureau@isa.example
            Action: %s
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 unknown

            --b
            Content-Type: %s

            Message-ID: <1@city.example>
            Subject: x

            --b--
            """;

    @Test
    void aBounceNamesItsMailAndTheAddressesNotReached() {
        for (String original : List.of("message/rfc822", "text/rfc822-headers")) {
            assertThat(sort(BOUNCE.formatted("failed", original)))
                    .isEqualTo(new Sort.Bounce("<1@city.example>", "5.1.1", List.of("bureau@isa.example")));
        }
    }

    @Test
    void aDelayIsNoBounce() {
        assertThat(sort(BOUNCE.formatted("delayed", "message/rfc822")))
                .isEqualTo(new Sort.DeliveryDelay("<1@city.example>"));
    }

    @Test
    void anAnswerForAnAbsentPersonIsKnownWithAndWithoutItsMark() {
        assertThat(sort("Auto-Submitted: auto-replied\n\n休暇中です")).isInstanceOf(Sort.AutoReply.class);
        assertThat(sort("Subject: Automatic reply: R8-001\n\n休暇中です")).isInstanceOf(Sort.AutoReply.class);
        assertThat(sort("Auto-Submitted: no\n\nお尋ねします")).isInstanceOf(Sort.Other.class);
    }

    @Test
    void aReadReceiptIsNoReceipt() {
        assertThat(sort("""
                        Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                        --b
                        Content-Type: message/disposition-notification

                        Disposition: manual-action/MDN-sent-manually; displayed
                        --b--
                        """)).isInstanceOf(Sort.ReadReceipt.class);
    }

    @Test
    void aParcelIsKnownByTheNameOfItsOneFile() {
        Sort sort = sort(withFile("SJK-NHI_02PROV_R8-001_20260601_r1.zip"));

        assertThat(sort).isInstanceOfSatisfying(Sort.ParcelMail.class, mail -> {
            assertThat(mail.kindCode()).isEqualTo("02PROV");
            assertThat(mail.controlNumber()).isEqualTo("R8-001");
        });
        assertThat(sort(withFile("../SJK-NHI_02PROV_R8-001_20260601.zip"))).isInstanceOf(Sort.Other.class);
    }

    @Test
    void textIsReadWhateverItsLabelSays() {
        for (String label : List.of("", "; charset=utf-8", "; charset=us-ascii", "; charset=x-unknown", "; charset=")) {
            for (String written : List.of("x-windows-iso2022jp", "UTF-8", "windows-31j")) {
                byte[] raw = bytes("Content-Type: text/plain" + label + "\n\n在留期間①の照会", written);
                assertThat(Incoming.read(raw).text()).as(label + written).isEqualTo("在留期間①の照会");
            }
        }
    }

    @Test
    void aFileNameIsReadEvenWhenSentRawOrCutInsideACharacter() {
        byte[] raw = bytes("Content-Type: application/zip; name=\"照会書.zip\"\n\nx", "UTF-8");
        String cut = "Content-Disposition: attachment; filename*0*=UTF-8''%E7%85%A7%E4; filename*1*=%BC%9A.zip\n"
                + "Content-Type: application/zip\n\nx";

        assertThat(Incoming.read(raw).attachments().get(0).fileName()).isEqualTo("照会書.zip");
        assertThat(Incoming.read(bytes(cut, "UTF-8")).attachments().get(0).fileName())
                .isEqualTo("照会.zip");
    }

    @Test
    void anEmptyMessageIdIsNone() {
        assertThat(read("Message-ID: <>\n\n").messageId()).isEmpty();
        assertThat(read("Message-ID:\n\n").messageId()).isEmpty();
    }

    @Test
    void twoSendersAreNoSender() {
        assertThat(read("From: a@isa.example, b@isa.example\n\n").from()).isEmpty();
        assertThat(read("From: a@isa.example\nFrom: b@isa.example\n\n").from()).isEmpty();
        assertThat(read("From: =?UTF-8?B?5YWl566h?= <a@isa.example>\n\n").from())
                .contains("a@isa.example");
    }

    @Test
    void aBrokenPartTakesNoOtherWithIt() {
        Incoming mail = read("""
                From: a@isa.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: application/zip; name=broken.zip
                Content-Transfer-Encoding: x-no-such-encoding

                ????
                --b
                Content-Type: text/plain

                readable
                --b--
                """);

        assertThat(mail.text()).startsWith("readable");
        assertThat(mail.unreadable()).hasSize(1).first().asString().startsWith("part.1");
    }

    @Test
    void endlessNestingIsCutOff() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertThat(read(mail.toString()).unreadable()).anyMatch(trouble -> trouble.contains("nested too deep"));
    }

    @Test
    void noBytesWhateverMakeItFail() {
        Random chance = new Random(8);
        byte[] bounce = bytes(BOUNCE.formatted("failed", "message/rfc822"), "UTF-8");
        for (int round = 0; round < 500; round++) {
            byte[] broken = bounce.clone();
            for (int hit = 0; hit < 20; hit++) {
                broken[chance.nextInt(broken.length)] = (byte) chance.nextInt(256);
            }
            assertThat(Incoming.read(broken).sort()).isNotNull();
        }
        assertThat(Incoming.read(new byte[0]).sort()).isInstanceOf(Sort.Other.class);
    }

    private static String withFile(String name) {
        return "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b\n"
                + "Content-Type: application/zip; name=\"" + name + "\"\n\nzip\n--b--\n";
    }

    private static Sort sort(String mail) {
        return read(mail).sort();
    }

    private static Incoming read(String mail) {
        return Incoming.read(bytes(mail, "UTF-8"));
    }

    private static byte[] bytes(String mail, String charset) {
        return mail.replace("\n", "\r\n").getBytes(Charset.forName(charset));
    }
}

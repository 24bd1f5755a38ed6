package jp.kakehashi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final Instant MORNING = Instant.parse("2026-06-01T00:15:00Z");
    private static final byte[] PARCEL = "not really a zip".getBytes(StandardCharsets.US_ASCII);

    @Test
    void isWrittenAsTheseBytes() {
        assertThat(new String(receipt("UTF-8").toMime(), StandardCharsets.US_ASCII))
                .isEqualTo("""
                        Date: Mon, 1 Jun 2026 09:15:00 +0900
                        From: hoken@city.example
                        To: bureau@isa.example,
                         deputy@isa.example
                        Message-ID: <1@city.example>
                        In-Reply-To: <0@isa.example>
                        Subject: =?UTF-8?B?5Y+X6aCY56K66KqN77yIUjgtMDAx77yJ?=
                        MIME-Version: 1.0
                        Content-Type: text/plain; charset=UTF-8
                        Content-Transfer-Encoding: base64

                        5Y+X6aCY44GX44G+44GX44Gf44CCDQo=
                        """.stripTrailing().replace("\n", "\r\n"));
    }

    @Test
    void withAParcelIsReadBackAsItWasWritten() {
        Letter letter = parcelLetter("R8-001.zip");

        Incoming read = Incoming.read(letter.toMime());

        assertThat(read.messageId()).contains("<1@city.example>");
        assertThat(read.from()).contains("hoken@city.example");
        assertThat(read.to()).containsExactly("bureau@isa.example");
        assertThat(read.subject()).isEqualTo("【新宿区】提供情報の送付について（R8-001）");
        assertThat(read.date()).contains(MORNING);
        assertThat(read.text()).isEqualTo("別添のとおり送付します。\r\n");
        assertThat(read.attachments()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("R8-001.zip");
            assertThat(file.content()).isEqualTo(PARCEL);
        });
        assertThat(read.carries(letter.contentSha256())).isTrue();
        assertThat(read.unreadable()).isEmpty();
    }

    @Test
    void givesTheSameBytesEachTime() {
        assertThat(parcelLetter("R8-001.zip").toMime())
                .isEqualTo(parcelLetter("R8-001.zip").toMime());
    }

    @Test
    void isAlsoWrittenInTheOldJapaneseCharset() {
        Incoming read = Incoming.read(receipt("ISO-2022-JP").toMime());

        assertThat(read.subject()).isEqualTo("受領確認（R8-001）");
        assertThat(read.text()).isEqualTo("受領しました。\r\n");
        assertThat(read.carries(receipt("ISO-2022-JP").contentSha256())).isTrue();
    }

    @Test
    void refusesWhatItsCharsetCannotWriteWithoutRepeatingIt() {
        assertThatThrownBy(() -> letter("<1@city.example>", "a@city.example", "①", "ISO-2022-JP"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("subject")
                .hasMessageNotContaining("①");
    }

    @Test
    void refusesALineBreakInAnyHeader() {
        for (String broken : List.of("\r\nBcc: x@evil.example", "\nX: y", "\r")) {
            assertThatThrownBy(() -> letter("<1@city.example>" + broken, "a@city.example", "件名", "UTF-8"))
                    .hasMessageContaining("messageId");
            assertThatThrownBy(() -> letter("<1@city.example>", "a@city.example" + broken, "件名", "UTF-8"))
                    .hasMessageContaining("from");
            assertThatThrownBy(() -> letter("<1@city.example>", "a@city.example", "件名" + broken, "UTF-8"))
                    .hasMessageContaining("subject");
            assertThatThrownBy(() -> parcelLetter("R8-001.zip" + broken)).hasMessageContaining("attachment");
        }
    }

    @Test
    void refusesAnAddressThatIsNotOnePlainAddress() {
        assertThat(Letter.isAddress("a.b-c@city.example")).isTrue();
        for (String no :
                List.of("", "a", "a@", "<a@b.example>", "a@b.example,c@d.example", "a b@c.example", "あ@b.example")) {
            assertThat(Letter.isAddress(no)).as(no).isFalse();
        }
    }

    private static Letter receipt(String charset) {
        return new Letter(
                "<1@city.example>",
                "hoken@city.example",
                List.of("bureau@isa.example", "deputy@isa.example"),
                "受領確認（R8-001）",
                List.of("受領しました。"),
                Optional.empty(),
                Optional.of("<0@isa.example>"),
                MORNING,
                Charset.forName(charset));
    }

    private static Letter parcelLetter(String fileName) {
        return new Letter(
                "<1@city.example>",
                "hoken@city.example",
                List.of("bureau@isa.example"),
                "【新宿区】提供情報の送付について（R8-001）",
                List.of("別添のとおり送付します。"),
                Optional.of(new Attachment(fileName, PARCEL)),
                Optional.empty(),
                MORNING,
                StandardCharsets.UTF_8);
    }

    private static Letter letter(String messageId, String from, String subject, String charset) {
        return new Letter(
                messageId,
                from,
                List.of("bureau@isa.example"),
                subject,
                List.of("本文"),
                Optional.empty(),
                Optional.empty(),
                MORNING,
                Charset.forName(charset));
    }
}

package jp.kakehashi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The wire format of the two machine replies, pinned. */
class MachineRepliesTest {

    private static final String SHA = "ab".repeat(32);

    @Test
    void anAcknowledgementIsWrittenAsTheseLines() {
        assertThat(new Acknowledgement("R8-001", Optional.of("0123"), 500, SHA).bodyLines())
                .containsExactly(
                        "送付ファイルを受領し、開封しました。",
                        "",
                        "control-number: R8-001",
                        "confirmation-code: 0123",
                        "rows: 500",
                        "parcel-sha256: " + SHA);
    }

    @Test
    void aCannotOpenIsWrittenAsTheseLines() {
        assertThat(new CannotOpen("R8-001", "WRONG_PASSWORD", SHA).bodyLines())
                .containsExactly(
                        "送付ファイルを開封できませんでした。",
                        "",
                        "control-number: R8-001",
                        "cannot-open: WRONG_PASSWORD",
                        "parcel-sha256: " + SHA);
    }

    @Test
    void bothAreReadBack() {
        Acknowledgement yes = new Acknowledgement("R8-001", Optional.of("0123"), 500, SHA);
        Acknowledgement without = new Acknowledgement("R8-001", Optional.empty(), 1, SHA);
        CannotOpen no = new CannotOpen("R8-001", "LAYOUT", SHA);

        assertThat(Acknowledgement.parse(text(yes.bodyLines()))).contains(yes);
        assertThat(Acknowledgement.parse(text(without.bodyLines()))).contains(without);
        assertThat(CannotOpen.parse(text(no.bodyLines()))).contains(no);
        assertThat(CannotOpen.parse(text(yes.bodyLines()))).isEmpty();
        assertThat(Acknowledgement.parse(text(no.bodyLines()))).isEmpty();
    }

    @Test
    void aQuotedReplySaysNothing() {
        List<String> quoted = new Acknowledgement("R8-001", Optional.of("0123"), 500, SHA)
                .bodyLines().stream().map(line -> "> " + line).toList();

        assertThat(Acknowledgement.parse(text(quoted))).isEmpty();
    }

    @Test
    void aReplyThatSaysSomethingTwiceOrOutOfFormSaysNothing() {
        String good = text(new Acknowledgement("R8-001", Optional.of("0123"), 500, SHA).bodyLines());

        assertThat(Acknowledgement.parse(good + "rows: 501\r\n")).isEmpty();
        assertThat(Acknowledgement.parse(good.replace("rows: 500", "rows: many")))
                .isEmpty();
        assertThat(Acknowledgement.parse(good.replace("0123", "012"))).isEmpty();
        assertThat(Acknowledgement.parse(good.replace("control-number: R8-001\r\n", "")))
                .isEmpty();
    }

    @Test
    void nothingOutOfFormIsEverWritten() {
        assertThatThrownBy(() -> new CannotOpen("R8-001", "password was hunter2", SHA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    private static String text(List<String> lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}

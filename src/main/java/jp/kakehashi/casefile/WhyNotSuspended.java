package jp.kakehashi.casefile;

import java.time.LocalDate;
import java.util.List;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.source.Facts;

/**
 * 執行停止を要しない理由: that no property was found is by itself a ground for suspending execution, so that an officer who calls
 * collection exhausted writes why it need not be. The line is the office's own and no item: it is never sent.
 */
final class WhyNotSuspended {

    private static final String MISSING = "執行停止を要しない理由を記載してください（財産を発見できなかったことは、それだけで執行停止の理由になり得ます）";

    private final boolean asked;

    WhyNotSuspended(Agreement agreement) {
        this.asked = agreement.screening().exhausted().asksWhyNotSuspended();
    }

    /** Whether the line is asked for with these facts. */
    boolean isAsked(Facts facts, LocalDate today) {
        return asked && CollectionWork.on(facts, today).foundNoProperty().isPresent();
    }

    /** What stands against the line, in Japanese; empty if it may be confirmed. */
    List<String> objections(Facts facts, String line, LocalDate today) {
        return line.isBlank() && isAsked(facts, today) ? List.of(MISSING) : List.of();
    }
}

package jp.kakehashi.release;

import java.util.List;
import jp.kakehashi.shipment.Preview;

/**
 * One document of a sitting, as both people see it.
 *
 * @param preview the sealed file, opened
 * @param signing who has confirmed so far, and which row is asked for
 */
public record Sheet(Preview preview, Signing signing) {

    private static final int ASKED_CHARACTERS = 4;

    /** Whether the answer agrees with the sealed file. */
    boolean answers(CheckAnswer answer) {
        List<String> row = preview.rows().get(signing.askedRow() - 1);
        String card = row.get(preview.cardColumn());
        return answer.rowCount() == preview.rows().size()
                && card.substring(card.length() - ASKED_CHARACTERS)
                        .equals(answer.lastFour().strip());
    }

    @Override
    public String toString() {
        return "Sheet[" + preview.shipment().controlNumber() + "]";
    }
}

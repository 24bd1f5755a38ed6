package jp.kakehashi.release;

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
        return answer.rowCount() == preview.rows().size()
                && asked().equals(answer.ending().strip());
    }

    private String asked() {
        if (preview.rows().isEmpty()) {
            String number = preview.shipment().controlNumber();
            return number.substring(number.indexOf('-') + 1);
        }
        String card = preview.rows().get(signing.askedRow() - 1).get(preview.cardColumn());
        return card.substring(card.length() - ASKED_CHARACTERS);
    }

    @Override
    public String toString() {
        return "Sheet[" + preview.shipment().controlNumber() + "]";
    }
}

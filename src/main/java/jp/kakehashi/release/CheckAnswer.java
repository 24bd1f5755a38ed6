package jp.kakehashi.release;

/**
 * The answer to the check question of a sitting: proof that the preview was looked at.
 *
 * @param rowCount how many rows the sealed file has
 * @param ending the last four characters of the card number in the row asked for; of a plain mail what follows the hyphen of
 *     its control number
 */
public record CheckAnswer(int rowCount, String ending) {

    @Override
    public String toString() {
        return "CheckAnswer[…]";
    }
}

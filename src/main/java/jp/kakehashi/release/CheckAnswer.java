package jp.kakehashi.release;

/**
 * The answer to the check question of a sitting: proof that the preview was looked at.
 *
 * @param rowCount how many rows the sealed file has
 * @param lastFour the last four characters of the card number in the row asked for
 */
public record CheckAnswer(int rowCount, String lastFour) {

    @Override
    public String toString() {
        return "CheckAnswer[…]";
    }
}

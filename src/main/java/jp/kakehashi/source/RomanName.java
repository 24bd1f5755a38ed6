package jp.kakehashi.source;

import java.util.Locale;

/**
 * A name in Roman letters. Register systems often hold it full-width; the card has half-width capitals.
 *
 * @param original as the register holds it
 * @param text half-width, upper case, single spaces: as on the card
 */
public record RomanName(String original, String text) {

    /** Normalises width, case and spaces; anything else stays as it is, to be judged. */
    public static RomanName of(String original) {
        String half = FullWidth.digitsAndLettersOf(original);
        return new RomanName(original, half.strip().replaceAll(" +", " ").toUpperCase(Locale.ROOT));
    }
}

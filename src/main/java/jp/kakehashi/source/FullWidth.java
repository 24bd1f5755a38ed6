package jp.kakehashi.source;

/**
 * Full-width Latin letters, digits, signs and the ideographic space, as register systems store them, made half-width.
 * Nothing else is touched; NFKC would also merge kanji and is never used.
 */
final class FullWidth {

    private static final char FIRST = '！';
    private static final char LAST = '～';
    private static final char IDEOGRAPHIC_SPACE = '　';
    private static final int DISTANCE = FIRST - '!';

    private FullWidth() {}

    static String digitsAndLettersOf(String text) {
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            half.append(half(text.charAt(i)));
        }
        return half.toString();
    }

    private static char half(char letter) {
        if (letter == IDEOGRAPHIC_SPACE) {
            return ' ';
        }
        return letter >= FIRST && letter <= LAST ? (char) (letter - DISTANCE) : letter;
    }
}

package jp.kakehashi.workbook;

import java.util.Objects;

/**
 * One column of a table.
 *
 * @param heading the words above it, as the receiving office wants them
 * @param width in half-width characters, 1 to 255
 * @param wrap whether long text goes on in the next line of the cell
 */
public record Column(String heading, int width, boolean wrap) {

    private static final int WIDEST = 255;
    private static final char FIRST_FULL_WIDTH = '\u1100';
    private static final char FIRST_HALF_WIDTH_KATAKANA = '\uFF61';
    private static final char LAST_HALF_WIDTH_KATAKANA = '\uFF9F';

    public Column {
        Objects.requireNonNull(heading, "heading");
        if (heading.isBlank()) {
            throw new IllegalArgumentException("a column needs a heading");
        }
        if (width < 1 || width > WIDEST) {
            throw new IllegalArgumentException("width of column " + heading + " must be 1 to 255, not " + width);
        }
    }

    /**
     * How many lines a text takes in this column, by estimate: full-width characters count two, and one is left for words that
     * may not begin or end a line.
     */
    int lines(String text) {
        return wrap && text != null && text.length() > width / 2 ? wrapped(text) : 1;
    }

    int linesOfHeading() {
        return wrapped(heading);
    }

    private int wrapped(String text) {
        int room = Math.max(2, width - 1);
        int lines = 1;
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int wide = isHalfWidth(c) ? 1 : 2;
            used += wide;
            if (c == '\n' || used > room) {
                lines++;
                used = c == '\n' ? 0 : wide;
            }
        }
        return lines;
    }

    private static boolean isHalfWidth(char c) {
        return c < FIRST_FULL_WIDTH || (c >= FIRST_HALF_WIDTH_KATAKANA && c <= LAST_HALF_WIDTH_KATAKANA);
    }
}

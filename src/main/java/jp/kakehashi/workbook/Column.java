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

    public Column {
        Objects.requireNonNull(heading, "heading");
        if (heading.isBlank()) {
            throw new IllegalArgumentException("a column needs a heading");
        }
        if (width < 1 || width > WIDEST) {
            throw new IllegalArgumentException("width of column " + heading + " must be 1 to 255, not " + width);
        }
    }
}

package jp.kakehashi.workbook;

import static jp.kakehashi.workbook.XmlStream.ascii;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;

/**
 * Rows and cells of one sheet as they are written: inline text only (ECMA-376 Part 1, 18.18.11: {@code inlineStr}), every cell
 * with its reference.
 */
final class SheetStream {

    static final int LONGEST_CELL = 32_767;

    private static final double POINTS_OF_A_LINE = 18.75;
    private static final double HIGHEST_ROW = 409.5;

    private static final byte[] ROW = ascii("<row r=\"");
    private static final byte[] HEIGHT = ascii("\" ht=\"");
    private static final byte[] ROW_OPENED = ascii("\">");
    private static final byte[] ROW_CLOSED = ascii("</row>\n");
    private static final byte[] TEXT = ascii(" t=\"inlineStr\"><is><t>");
    private static final byte[] SPACED_TEXT = ascii(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static final byte[] TEXT_CLOSED = ascii("</t></is></c>");
    private static final byte[] NO_TEXT = ascii("/>");

    private final XmlStream xml;
    private final byte[][] references;
    private final Map<Style, byte[]> styles = new EnumMap<>(Style.class);
    private byte[] rowNumber;
    private int row;

    SheetStream(OutputStream out, int columns) {
        xml = new XmlStream(out);
        references = new byte[columns][];
        for (int i = 0; i < columns; i++) {
            references[i] = ascii("<c r=\"" + letters(i));
        }
        for (Style style : Style.values()) {
            styles.put(style, ascii("\" s=\"" + style.index() + "\""));
        }
    }

    /** A column's letters: 0 is A, 25 is Z, 26 is AA. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    XmlStream xml() {
        return xml;
    }

    int row() {
        return row;
    }

    /**
     * Opens the next row.
     *
     * @param lines how many lines its highest cell needs: LibreOffice fits no row to its text by itself, Excel not always
     */
    void openRow(int lines) throws IOException {
        row++;
        rowNumber = ascii(Integer.toString(row));
        xml.markup(ROW);
        xml.markup(rowNumber);
        if (lines > 1) {
            xml.markup(HEIGHT);
            xml.markup(Double.toString(Math.min(lines * POINTS_OF_A_LINE, HIGHEST_ROW)));
        }
        xml.markup(ROW_OPENED);
    }

    void closeRow() throws IOException {
        xml.markup(ROW_CLOSED);
    }

    /**
     * Writes one cell.
     *
     * @param text null or empty for a cell that has looks only
     * @throws IllegalArgumentException saying why, when a cell cannot hold the text
     */
    void cell(int column, Style style, String text) throws IOException {
        xml.markup(references[column]);
        xml.markup(rowNumber);
        xml.markup(styles.get(style));
        if (text == null || text.isEmpty()) {
            xml.markup(NO_TEXT);
            return;
        }
        if (text.length() > LONGEST_CELL) {
            throw new IllegalArgumentException("1セルの上限" + LONGEST_CELL + "字を超えています");
        }
        xml.markup(endsInSpace(text) ? SPACED_TEXT : TEXT);
        xml.text(text);
        xml.markup(TEXT_CLOSED);
    }

    private static boolean endsInSpace(String text) {
        return text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ';
    }
}

package jp.kakehashi.workbook;

import java.io.IOException;
import java.util.List;

/**
 * What stands around the rows of a sheet: headings that stay in sight, column widths, A4 landscape, one page wide, page n of N.
 * The elements keep the order of CT_Worksheet (ECMA-376 Part 1, 18.3.1.99).
 */
final class SheetFrame {

    private static final String OPENED = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
            """;
    private static final String CLOSED = """
            </sheetData>
            <pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>
            <pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>
            <headerFooter><oddFooter>""";

    private final XmlStream xml;

    SheetFrame(XmlStream xml) {
        this.xml = xml;
    }

    /**
     * Begins the sheet.
     *
     * @param frozen how many rows stay in sight while the rest is scrolled; 0 for none
     */
    void open(int frozen, List<Column> columns) throws IOException {
        xml.markup(OPENED);
        view(frozen);
        xml.markup("<sheetFormatPr defaultRowHeight=\"18.75\"/>\n<cols>");
        for (int i = 1; i <= columns.size(); i++) {
            xml.markup("<col min=\"" + i + "\" max=\"" + i + "\" width=\""
                    + columns.get(i - 1).width() + "\" customWidth=\"1\"/>");
        }
        xml.markup("</cols>\n<sheetData>\n");
    }

    private void view(int frozen) throws IOException {
        if (frozen == 0) {
            xml.markup("<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>\n");
            return;
        }
        String below = "A" + (frozen + 1);
        xml.markup("<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"" + frozen
                + "\" topLeftCell=\"" + below + "\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                + "<selection pane=\"bottomLeft\" activeCell=\"" + below + "\" sqref=\"" + below
                + "\"/></sheetView></sheetViews>\n");
    }

    /**
     * Ends the sheet.
     *
     * @param footer words at the left foot of each page
     * @param table the cells whose digits are meant as text, so that Excel does not warn of them
     */
    void close(String footer, String table) throws IOException {
        xml.markup(CLOSED);
        if (!footer.isEmpty()) {
            xml.markup("&amp;L");
            text(footer.replace("&", "&&"));
        }
        xml.markup("&amp;C&amp;P / &amp;N</oddFooter></headerFooter>\n<ignoredErrors><ignoredError sqref=\"");
        xml.markup(table + "\" numberStoredAsText=\"1\"/></ignoredErrors>\n</worksheet>\n");
        xml.flush();
    }

    private void text(String footer) throws IOException {
        try {
            xml.text(footer);
        } catch (IllegalArgumentException e) {
            throw new UnwritableCellException("印刷のフッター", e.getMessage());
        }
    }
}

package jp.kakehashi.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the parts of a workbook into one zip (ECMA-376 Part 2), straight on, the table last: no author, no last editor, no
 * company, no date.
 */
final class PackageWriter {

    private static final String CONTENT_TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            %s<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            <Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
            </Types>
            """;
    private static final String CONTENT_TYPE_OF_CONDITIONS = """
            <Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            """;
    private static final String RELATIONSHIPS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
            <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>
            </Relationships>
            """;
    private static final String CORE_PROPERTIES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy></cp:coreProperties>
            """;
    private static final String APPLICATION_PROPERTIES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Kakehashi</Application></Properties>
            """;
    private static final String WORKBOOK = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <bookViews><workbookView/></bookViews>
            <sheets><sheet name="%s" sheetId="1" r:id="rId1"/>%s</sheets>
            <definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'%s'!$%d:$%d</definedName></definedNames>
            </workbook>
            """;
    private static final String SHEET_OF_CONDITIONS =
            "<sheet name=\"" + Layout.CONDITIONS_SHEET + "\" sheetId=\"2\" r:id=\"rId3\"/>";
    private static final String WORKBOOK_RELATIONSHIPS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            %s</Relationships>
            """;
    private static final String RELATIONSHIP_OF_CONDITIONS = """
            <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>
            """;
    private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Layout layout;
    private final ZipOutputStream zip;

    PackageWriter(Layout layout, OutputStream out) {
        this.layout = layout;
        this.zip = new ZipOutputStream(out);
    }

    void write(Iterator<List<String>> rows) throws IOException {
        boolean conditions = !layout.conditions().isEmpty();
        part("[Content_Types].xml", CONTENT_TYPES.formatted(conditions ? CONTENT_TYPE_OF_CONDITIONS : ""));
        part("_rels/.rels", RELATIONSHIPS);
        part("docProps/core.xml", CORE_PROPERTIES);
        part("docProps/app.xml", APPLICATION_PROPERTIES);
        part("xl/workbook.xml", workbook(conditions));
        part(
                "xl/_rels/workbook.xml.rels",
                WORKBOOK_RELATIONSHIPS.formatted(conditions ? RELATIONSHIP_OF_CONDITIONS : ""));
        open("xl/styles.xml");
        try (InputStream styles = PackageWriter.class.getResourceAsStream("styles.xml")) {
            styles.transferTo(zip);
        }
        if (conditions) {
            open("xl/worksheets/sheet2.xml");
            new ConditionsSheet(zip).write(layout.conditions(), layout.footer().orElse(""));
        }
        open("xl/worksheets/sheet1.xml");
        new TableSheet(layout, zip).write(rows);
        zip.finish();
    }

    private String workbook(boolean conditions) {
        String name = escaped(layout.sheetName());
        int heading = layout.headingRow();
        return WORKBOOK.formatted(
                name, conditions ? SHEET_OF_CONDITIONS : "", name.replace("'", "''"), heading, heading);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void part(String name, String content) throws IOException {
        open(name);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private void open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_DATE);
        zip.putNextEntry(entry);
    }
}

package jp.kakehashi.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Finds the sheet in the parts of a package and reads it.
 *
 * <p>The parts come as a stream. The sheet is read on the way when the parts it depends on came before it, as in what we write
 * ourselves; Excel puts the shared strings behind the sheets, and then a second walk is made.
 */
final class PackageReader {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

    private final String sheetName;
    private final SheetReader.Rows rows;
    private final Bounds bounds;
    private final long packageBytes;
    private final Map<String, String> targets = new HashMap<>();
    private String sheetId;
    private String stringsPart;
    private SharedStrings strings;
    private boolean found;

    PackageReader(String sheetName, SheetReader.Rows rows, Bounds bounds, long packageBytes) {
        this.sheetName = sheetName;
        this.rows = rows;
        this.bounds = bounds;
        this.packageBytes = packageBytes;
    }

    /** The package's bytes, from the first one at each call. */
    interface Plain {
        InputStream open() throws IOException;
    }

    void read(Plain plain) throws Refusal {
        walk(plain);
        if (sheetId == null || targets.isEmpty()) {
            throw new Refusal(Reason.NOT_A_WORKBOOK, "ブックの構成");
        }
        if (!found) {
            walk(plain);
        }
        if (!found) {
            throw new Refusal(Reason.NOT_A_WORKBOOK, "シートの部品");
        }
    }

    private void walk(Plain plain) throws Refusal {
        try (InputStream bytes = plain.open()) {
            walkParts(bytes);
        } catch (InflatedParts.TooLarge e) {
            throw new Refusal(Reason.OUT_OF_BOUNDS, "展開後の大きさ", e);
        } catch (IOException e) {
            throw new Refusal(Reason.NOT_A_WORKBOOK, "ブックの構成", e);
        }
    }

    private void walkParts(InputStream plain) throws IOException, Refusal {
        Set<String> seen = new HashSet<>();
        InflatedParts parts = new InflatedParts(new ZipInputStream(plain), bounds, packageBytes);
        for (ZipEntry entry = parts.next(); entry != null; entry = parts.next()) {
            if (!seen.add(entry.getName().toLowerCase(Locale.ROOT)) || seen.size() > bounds.parts()) {
                throw new Refusal(Reason.OUT_OF_BOUNDS, "ブックの部品の数又は重複");
            }
            readPart(entry.getName(), parts);
        }
    }

    private void readPart(String name, InputStream content) throws Refusal {
        if (name.equals(WORKBOOK) && sheetId == null) {
            sheetId = sheetId(content);
        } else if (name.equals(RELATIONSHIPS) && targets.isEmpty()) {
            readRelationships(content);
        } else if (name.equals(stringsPart) && strings == null) {
            strings = SharedStrings.read(content);
        } else if (!found && ready() && name.equals(targets.get(sheetId))) {
            new SheetReader(strings == null ? SharedStrings.none() : strings, rows).read(content);
            found = true;
        }
    }

    private boolean ready() {
        return sheetId != null && !targets.isEmpty() && (stringsPart == null || strings != null);
    }

    private String sheetId(InputStream content) throws Refusal {
        Xml xml = new Xml(content);
        while (xml.next()) {
            if (xml.opens("sheet") && sheetName.equals(xml.attribute("name"))) {
                return xml.attribute("id");
            }
        }
        throw new Refusal(Reason.LAYOUT, "シート「" + sheetName + "」がありません");
    }

    private void readRelationships(InputStream content) throws Refusal {
        Xml xml = new Xml(content);
        while (xml.next()) {
            if (xml.opens("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
                String part = part(xml.attribute("Target"));
                targets.put(xml.attribute("Id"), part);
                if (String.valueOf(xml.attribute("Type")).endsWith("/sharedStrings")) {
                    stringsPart = part;
                }
            }
        }
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }
}

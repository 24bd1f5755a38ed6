package jp.kakehashi.workbook;

import java.math.BigDecimal;

/** Reads one cell as text (ECMA-376 Part 1, 18.3.1.4). A formula is refused: what it shows need not be what was meant. */
final class CellValue {

    private static final int LONGEST_NUMBER = 400;

    private final Xml xml;
    private final SharedStrings strings;
    private final Place place;

    CellValue(Xml xml, SharedStrings strings, Place place) {
        this.xml = xml;
        this.strings = strings;
        this.place = place;
    }

    /** Reads up to the end of the cell at hand. */
    String read() throws Refusal {
        String type = xml.attribute("t");
        String inline = "";
        CellText value = new CellText();
        boolean inValue = false;
        while (xml.next() && !xml.closes("c")) {
            if (xml.opens("f")) {
                throw place.refuse(Reason.LAYOUT, "（数式）");
            } else if (xml.opens("is")) {
                inline = RichText.read(xml, "is");
            } else if (xml.opens("v") || xml.closes("v")) {
                inValue = xml.opens("v");
            } else if (inValue && xml.isText()) {
                value.add(xml.text());
            }
        }
        return text(type == null ? "n" : type, inline, value.toString());
    }

    private String text(String type, String inline, String value) throws Refusal {
        return switch (type) {
            case "inlineStr" -> inline;
            case "s" -> value.isEmpty() ? "" : strings.at(value, place);
            case "str" -> CharacterEscape.undo(value);
            case "d" -> value;
            case "n" -> value.isEmpty() ? "" : number(value);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            default -> throw place.refuse(Reason.LAYOUT, "（エラー値）");
        };
    }

    private String number(String value) throws Refusal {
        try {
            BigDecimal number = new BigDecimal(value);
            if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER) {
                throw place.refuse(Reason.OUT_OF_BOUNDS);
            }
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            throw place.refuse(Reason.NOT_A_WORKBOOK);
        }
    }
}

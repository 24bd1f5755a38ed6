package jp.kakehashi.workbook;

/** Reads CT_Rst (ECMA-376 Part 1, 18.4.8): the text of all runs, without their looks and without phonetic runs. */
final class RichText {

    private RichText() {}

    /** Reads up to the end of the element at hand, {@code si} or {@code is}. */
    static String read(Xml xml, String element) throws Refusal {
        CellText text = new CellText();
        boolean inText = false;
        boolean inPhonetic = false;
        while (xml.next() && !xml.closes(element)) {
            if (xml.isText()) {
                if (inText && !inPhonetic) {
                    text.add(xml.text());
                }
            } else if (xml.opens("t") || xml.closes("t")) {
                inText = xml.opens("t");
            } else if (xml.opens("rPh") || xml.closes("rPh")) {
                inPhonetic = xml.opens("rPh");
            }
        }
        return CharacterEscape.undo(text.toString());
    }
}

package jp.kakehashi.workbook;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The texts that cells point to (ECMA-376 Part 1, 18.4.9). */
final class SharedStrings {

    private final List<String> strings;

    private SharedStrings(List<String> strings) {
        this.strings = strings;
    }

    static SharedStrings none() {
        return new SharedStrings(List.of());
    }

    static SharedStrings read(InputStream part) throws Refusal {
        List<String> strings = new ArrayList<>();
        Xml xml = new Xml(part);
        while (xml.next()) {
            if (xml.opens("si")) {
                strings.add(RichText.read(xml, "si"));
            }
        }
        return new SharedStrings(strings);
    }

    String at(String index, Place place) throws Refusal {
        try {
            return strings.get(Integer.parseInt(index));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw place.refuse(Reason.NOT_A_WORKBOOK);
        }
    }
}

package jp.kakehashi.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.source.Person;

/** The names: at least one of the two, in letters that the recipient can read. */
final class NameFields {

    private static final Pattern PLAIN = Pattern.compile("[A-Z]+(?: [A-Z]+)*");
    private static final Pattern UNUSUAL = Pattern.compile("[A-Z]+(?:[ '.,\\-]+[A-Z]+)*\\.?");
    private static final int LONGEST = 100;
    /** The name field of a passport's machine-readable zone. */
    private static final int LONG = 39;

    private static final int GETA = '〓';
    private static final int REPLACEMENT = 0xFFFD;

    private NameFields() {}

    static List<Flaw> flaws(Person person) {
        List<Flaw> flaws = new ArrayList<>();
        if (person.nameRoman().isEmpty() && person.nameKanji().isEmpty()) {
            flaws.add(Flaw.block(Item.NAME_ROMAN, "英字・漢字のいずれもありません"));
        }
        person.nameRoman().ifPresent(name -> roman(name.text(), flaws));
        person.nameKanji().ifPresent(name -> kanji(name, flaws));
        return flaws;
    }

    private static void roman(String name, List<Flaw> flaws) {
        if (name.length() > LONGEST || !UNUSUAL.matcher(name).matches()) {
            flaws.add(Flaw.block(Item.NAME_ROMAN, "使用できない文字があるか、100文字を超えています"));
        } else if (!PLAIN.matcher(name).matches()) {
            flaws.add(Flaw.warn(Item.NAME_ROMAN, "記号を含みます"));
        } else if (name.length() > LONG) {
            flaws.add(Flaw.warn(Item.NAME_ROMAN, "39文字を超えています"));
        }
    }

    private static void kanji(String name, List<Flaw> flaws) {
        if (name.codePoints().anyMatch(NameFields::mayNotShow)) {
            flaws.add(Flaw.warn(Item.NAME_KANJI, "外字など、相手方で表示できないおそれのある文字を含みます"));
        }
    }

    private static boolean mayNotShow(int letter) {
        int type = Character.getType(letter);
        return type == Character.PRIVATE_USE || type == Character.UNASSIGNED || letter == REPLACEMENT || letter == GETA;
    }
}

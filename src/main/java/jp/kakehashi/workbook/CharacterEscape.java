package jp.kakehashi.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The escape {@code _xHHHH_} of ST_Xstring (ECMA-376 Part 1, 22.9.2.19): one UTF-16 unit in hexadecimal. */
final class CharacterEscape {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int LENGTH = 7;

    private CharacterEscape() {}

    static boolean at(String text, int i) {
        return text.startsWith("_x", i)
                && i + LENGTH <= text.length()
                && ESCAPE.matcher(text).region(i, i + LENGTH).matches();
    }

    static String undo(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(CharacterEscape::character);
    }

    private static String character(java.util.regex.MatchResult escape) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }
}

package jp.kakehashi.vault;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The passwords of workbooks and parcels, made to be read aloud once over the telephone and typed once: 20 characters
 * of lower case and digits, without those that look alike (0 o, 1 i l) or sound alike (q and 9), shown in groups of
 * four. 29 characters to choose from: 97 bits.
 */
public final class Passwords {

    private static final String ALPHABET = "abcdefghjkmnprstuvwxyz2345678";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;

    private static final List<String> DIGITS = List.of("ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ");
    private static final List<String> LETTERS = List.of(
            "エー", "ビー", "シー", "ディー", "イー", "エフ", "ジー", "エイチ", "アイ", "ジェイ", "ケイ", "エル", "エム", "エヌ", "オー", "ピー", "キュー",
            "アール", "エス", "ティー", "ユー", "ブイ", "ダブリュー", "エックス", "ワイ", "ゼット");

    private final SecureRandom random = new SecureRandom();

    /** A source of passwords, fed by the system's strong randomness. */
    public Passwords() {}

    /** A new password: 20 characters, no separators. */
    public String generate() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
                .collect(Collectors.joining());
    }

    /** Whether a text could be a password of ours: 20 of its characters, and nothing else. */
    public static boolean isOne(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /**
     * The password as it is printed: groups of four with a blank between, e.g. {@code abcd efgh jkmn prst uvwx}. The
     * blanks are not part of it.
     */
    public static String grouped(String password) {
        return inGroups(password, Character::toString, "", " ");
    }

    /**
     * How to say the password, in kana: characters parted by 「・」, groups by a full-width blank. What is neither an
     * ASCII letter nor a digit (an agreed table may hold such) stands for itself.
     */
    public static String reading(String password) {
        return inGroups(password, Passwords::kana, "・", "\u3000");
    }

    private static String inGroups(String password, IntFunction<String> shown, String between, String betweenGroups) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < password.length(); at++) {
            if (at > 0) {
                text.append(at % GROUP == 0 ? betweenGroups : between);
            }
            text.append(shown.apply(password.charAt(at)));
        }
        return text.toString();
    }

    private static String kana(int character) {
        if (character >= '0' && character <= '9') {
            return DIGITS.get(character - '0');
        }
        if (character >= 'a' && character <= 'z') {
            return LETTERS.get(character - 'a');
        }
        if (character >= 'A' && character <= 'Z') {
            return "大文字の" + LETTERS.get(character - 'A');
        }
        return Character.toString(character);
    }
}

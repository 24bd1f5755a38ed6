package jp.kakehashi.command;

import java.util.List;
import java.util.Random;

/** Names that nobody could take for a person's, in every form in which a register holds them. */
final class FictitiousNames {

    private static final List<String> FAMILY = List.of("TESTPERSON", "FICTITIOUS", "SAMPLE", "NOBODY", "EXAMPLE");
    private static final List<String> GIVEN = List.of(
            "ALPHA",
            "BRAVO",
            "CHARLIE",
            "DELTA",
            "ECHO",
            "FOXTROT",
            "GOLF",
            "HOTEL",
            "INDIA",
            "JULIETT",
            "KILO",
            "LIMA",
            "MIKE",
            "NOVEMBER",
            "OSCAR",
            "PAPA",
            "QUEBEC",
            "ROMEO",
            "SIERRA",
            "TANGO",
            "UNIFORM",
            "VICTOR",
            "WHISKEY",
            "XRAY",
            "YANKEE",
            "ZULU");
    private static final List<String> KANJI = List.of("架空　一", "架空　二美", "見本　三郎", "仮名　四葉", "試験　五月", "例示　六実");

    /** A private-use glyph, a character outside the basic plane, and one with a variation selector. */
    private static final List<String> RARE_KANJI = List.of("架空　\uE000子", "架空　\uD842\uDFB7", "葛\uDB40\uDD00城　架空");

    private final Random random;

    FictitiousNames(Random random) {
        this.random = random;
    }

    /** Full-width for one in three, as old registers store them; some with a single word or a hyphen. */
    String roman(int sequence) {
        String family = pick(FAMILY);
        String name = switch (random.nextInt(20)) {
            case 0 -> family + letters(sequence);
            case 1 -> family + " " + pick(GIVEN) + "-" + pick(GIVEN) + " " + letters(sequence);
            default -> family + " " + pick(GIVEN) + " " + letters(sequence);
        };
        return random.nextInt(3) == 0 ? fullWidth(name) : name;
    }

    /** Null for two in three: most cards carry no kanji. */
    String kanji() {
        if (random.nextInt(60) == 0) {
            return pick(RARE_KANJI);
        }
        return random.nextInt(3) == 0 ? pick(KANJI) : null;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The number in letters, so that every name differs: 0 is A, 26 is BA. */
    private static String letters(int sequence) {
        String last = String.valueOf((char) ('A' + sequence % 26));
        return sequence < 26 ? last : letters(sequence / 26) + last;
    }

    private static String fullWidth(String name) {
        StringBuilder wide = new StringBuilder(name.length());
        name.chars().forEach(letter -> wide.append(letter == ' ' ? '　' : (char) (letter - '!' + '！')));
        return wide.toString();
    }
}

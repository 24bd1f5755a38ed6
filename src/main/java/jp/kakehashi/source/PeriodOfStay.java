package jp.kakehashi.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period of stay (在留期間), such as 5年, 1年3月, 90日 or 無期限.
 *
 * @param years 0 if none
 * @param months 0 if none
 * @param days 0 if none
 * @param unlimited 無期限
 */
public record PeriodOfStay(int years, int months, int days, boolean unlimited) {

    private static final String UNLIMITED = "無期限";
    private static final Pattern FORM = Pattern.compile("(?=.)(?:([0-9]{1,2})年)?(?:([0-9]{1,2})月)?(?:([0-9]{1,3})日)?");
    private static final Pattern MONTH_WORD = Pattern.compile("[かヶカ箇ヵケ]月");

    /**
     * Reads the register's words; full-width digits and か月, ヶ月, カ月, 箇月 are understood.
     *
     * @return empty if it is none of these forms
     */
    public static Optional<PeriodOfStay> parse(String text) {
        String plain =
                MONTH_WORD.matcher(FullWidth.digitsAndLettersOf(text.strip())).replaceAll("月");
        if (plain.equals(UNLIMITED)) {
            return Optional.of(new PeriodOfStay(0, 0, 0, true));
        }
        Matcher matcher = FORM.matcher(plain);
        return matcher.matches()
                ? Optional.of(new PeriodOfStay(number(matcher, 1), number(matcher, 2), number(matcher, 3), false))
                : Optional.empty();
    }

    /** The card's own way of writing it: 1年3月. */
    public String text() {
        return unlimited ? UNLIMITED : part(years, "年") + part(months, "月") + part(days, "日");
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    private static String part(int count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}

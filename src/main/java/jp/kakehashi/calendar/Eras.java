package jp.kakehashi.calendar;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates as administrative documents write them. The era goes by the date, not by the year (30.4.2019 is 平成31). */
public final class Eras {

    private Eras() {}

    /**
     * The form of letters and forms, such as 令和8年6月1日; the first year of an era is 元年.
     *
     * @param date a date of 1873 or later, from when the Japanese calendar counts the same days
     */
    public static String longForm(LocalDate date) {
        int year = yearOfEra(date);
        return "%s%s年%d月%d日"
                .formatted(
                        era(date, TextStyle.FULL), year == 1 ? "元" : year, date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * The form of tables, such as R8.6.1.
     *
     * @param date a date of 1873 or later
     */
    public static String shortForm(LocalDate date) {
        return "%s.%d.%d".formatted(shortYear(date), date.getMonthValue(), date.getDayOfMonth());
    }

    /** The year alone, such as R8. */
    static String shortYear(LocalDate date) {
        return era(date, TextStyle.NARROW) + yearOfEra(date);
    }

    private static int yearOfEra(LocalDate date) {
        return JapaneseDate.from(date).get(ChronoField.YEAR_OF_ERA);
    }

    private static String era(LocalDate date, TextStyle style) {
        return JapaneseDate.from(date).getEra().getDisplayName(style, Locale.JAPAN);
    }
}

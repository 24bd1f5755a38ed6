package jp.kakehashi.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which the office is open: not on Saturdays, Sundays and holidays, nor from 29 December to 3 January. The
 * evening and Sunday counters of the ward are no business days for mail.
 */
public class BusinessDays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final MonthDay YEAR_END = MonthDay.of(12, 29);
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 3);

    private final Holidays holidays;

    BusinessDays(Holidays holidays) {
        this.holidays = holidays;
    }

    /**
     * Reads the holiday table.
     *
     * @param holidays a CSV file in UTF-8 with the heading {@code date,name} and one line a holiday
     * @throws CalendarException naming the file and every faulty line
     */
    public static BusinessDays load(Path holidays) {
        return new BusinessDays(Holidays.load(holidays));
    }

    /**
     * Whether the office is open.
     *
     * @throws CalendarException for a day outside the fiscal years of the holiday table: a guess could miss a deadline
     */
    public boolean isBusinessDay(LocalDate day) {
        return !holidays.contains(day) && !WEEKEND.contains(day.getDayOfWeek()) && !isYearEnd(day);
    }

    /**
     * The day on which a term of business days ends. The starting day does not count.
     *
     * @param from any day, open or closed
     * @param businessDays how many open days later; 0 gives the day itself or, where it is closed, the next open day
     */
    public LocalDate plus(LocalDate from, int businessDays) {
        if (businessDays < 0) {
            throw new IllegalArgumentException("a term of " + businessDays + " business days: use minus");
        }
        return businessDays == 0 && isBusinessDay(from) ? from : walk(from, Math.max(1, businessDays), 1);
    }

    /**
     * The open day that lies a number of business days before another day.
     *
     * @param from any day, open or closed; it does not count
     * @param businessDays how many open days earlier, at least 1
     */
    public LocalDate minus(LocalDate from, int businessDays) {
        if (businessDays < 1) {
            throw new IllegalArgumentException("a term of " + businessDays + " business days back: at least 1");
        }
        return walk(from, businessDays, -1);
    }

    /** The first business day of a month. */
    public LocalDate firstOfMonth(YearMonth month) {
        return plus(month.atDay(1), 0);
    }

    /** The last fiscal year of the table; beyond it no term can be reckoned. */
    public FiscalYear lastKnownYear() {
        return holidays.last();
    }

    private LocalDate walk(LocalDate from, int businessDays, int direction) {
        LocalDate day = from;
        int left = businessDays;
        while (left > 0) {
            day = day.plusDays(direction);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return day;
    }

    private static boolean isYearEnd(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return !date.isBefore(YEAR_END) || !date.isAfter(NEW_YEAR);
    }
}

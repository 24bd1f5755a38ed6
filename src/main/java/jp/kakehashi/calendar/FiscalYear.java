package jp.kakehashi.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * A fiscal year (年度), 1 April to 31 March.
 *
 * @param year the calendar year in which it begins: 2026 is 令和8年度
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    /** The fiscal year to which a day belongs. */
    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /** The label in control numbers and documents, such as R8, in the era of its first day. */
    public String label() {
        return Eras.shortYear(first());
    }

    /** 1 April. */
    public LocalDate first() {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    /** 31 March of the next calendar year. */
    public LocalDate last() {
        return LocalDate.of(year + 1, Month.MARCH, 31);
    }

    /** The following fiscal year. */
    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }
}

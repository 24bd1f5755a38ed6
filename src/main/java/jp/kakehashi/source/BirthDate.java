package jp.kakehashi.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of birth whose parts may be unknown: 0 stands for an unknown part, as on the residence card. It is never a
 * {@code Date}, and always text in a workbook.
 *
 * @param year four digits, 0 if unknown
 * @param month 1–12, 0 if unknown
 * @param day 1–31, 0 if unknown
 */
public record BirthDate(int year, int month, int day) {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final int LEAP_YEAR = 2000;

    /**
     * Reads the contract's form, {@code YYYY-MM-DD} with zeros for unknown parts.
     *
     * @return empty if the text has another form or names a day that no calendar has
     */
    public static Optional<BirthDate> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BirthDate date = new BirthDate(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        return Optional.of(date).filter(BirthDate::exists);
    }

    /** Whether year, month and day are all known. */
    public boolean isComplete() {
        return year > 0 && month > 0 && day > 0;
    }

    /** The earliest day it can be; empty if not even the year is known. */
    public Optional<LocalDate> earliest() {
        return year == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, Math.max(month, 1), Math.max(day, 1)));
    }

    /** The age at most, in full years; empty if not even the year is known. */
    public Optional<Integer> ageAtMost(LocalDate today) {
        return earliest().map(born -> Period.between(born, today).getYears());
    }

    private boolean exists() {
        try {
            LocalDate.of(year == 0 ? LEAP_YEAR : year, Math.max(month, 1), Math.max(day, 1));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

package jp.kakehashi.calendar;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The editable table of holidays. It is complete for whole fiscal years, from that of its first entry to that of its
 * last; weekends and the year-end closure need not be in it.
 */
final class Holidays {

    private static final String HEADING = "date,name";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final List<String> errors = new ArrayList<>();

    private Holidays(Path file) {
        this.file = file;
    }

    static Holidays load(Path file) {
        Holidays holidays = new Holidays(file);
        holidays.read();
        if (!holidays.errors.isEmpty()) {
            throw new CalendarException(file, holidays.errors);
        }
        return holidays;
    }

    boolean contains(LocalDate day) {
        if (day.isBefore(first().first()) || day.isAfter(last().last())) {
            throw new CalendarException(
                    file,
                    List.of("%s lies outside its years, %s to %s: add the holidays of that fiscal year"
                            .formatted(day, first().first(), last().last())));
        }
        return days.contains(day);
    }

    FiscalYear first() {
        return FiscalYear.of(days.first());
    }

    FiscalYear last() {
        return FiscalYear.of(days.last());
    }

    private void read() {
        List<String> lines = lines();
        if (lines.isEmpty() || !lines.get(0).replace(BYTE_ORDER_MARK, "").equals(HEADING)) {
            errors.add("line 1: the heading must be `" + HEADING + "`");
        }
        for (int i = 1; i < lines.size(); i++) {
            add(lines.get(i).strip(), i + 1);
        }
        if (days.isEmpty()) {
            errors.add("holds no holiday");
        } else {
            refuseGaps();
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new CalendarException(file, List.of("is not UTF-8: save it as CSV UTF-8"), e);
        } catch (IOException e) {
            throw new CalendarException(
                    file, List.of("cannot be read: " + e.getClass().getSimpleName()), e);
        }
    }

    private void add(String line, int number) {
        if (line.isEmpty()) {
            return;
        }
        String[] cells = line.split(",", -1);
        if (cells.length != 2 || cells[1].isBlank()) {
            errors.add("line %d: expected a date and a name, such as 2026-07-20,海の日".formatted(number));
            return;
        }
        try {
            if (!days.add(LocalDate.parse(cells[0].strip()))) {
                errors.add("line %d: %s stands there twice".formatted(number, cells[0]));
            }
        } catch (DateTimeParseException e) {
            errors.add("line %d: `%s` is no date of the form 2026-07-20".formatted(number, cells[0]));
        }
    }

    private void refuseGaps() {
        for (FiscalYear year = first(); year.compareTo(last()) < 0; year = year.next()) {
            if (days.subSet(year.first(), true, year.last(), true).isEmpty()) {
                errors.add("no holidays of fiscal year %d between those of others".formatted(year.year()));
            }
        }
    }
}

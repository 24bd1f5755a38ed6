package jp.kakehashi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped holiday table, and what happens to a faulty one. */
class BusinessDaysTest {

    private final BusinessDays days = BusinessDays.load(Path.of("config/calendar/holidays.csv"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-20", "2026-08-11", "2026-09-21", "2026-09-22", "2026-09-23", "2026-10-12", "2026-11-03",
                "2026-11-23", "2027-01-01", "2027-01-11", "2027-02-11", "2027-02-23", "2027-03-22", "2027-07-19"
            })
    void holidaysAreClosed(LocalDate holiday) {
        assertThat(days.isBusinessDay(holiday)).isFalse();
    }

    @Test
    void weekendsAndTheTurnOfTheYearAreClosed() {
        assertThat(days.isBusinessDay(LocalDate.of(2026, 6, 6))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2026, 6, 7))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2026, 12, 28))).isTrue();
        assertThat(days.isBusinessDay(LocalDate.of(2026, 12, 29))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2028, 1, 3))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2028, 1, 4))).isTrue();
    }

    @Test
    void aTermSkipsClosedDays() {
        assertThat(days.plus(LocalDate.of(2026, 9, 18), 1)).isEqualTo(LocalDate.of(2026, 9, 24));
        assertThat(days.plus(LocalDate.of(2026, 6, 1), 5)).isEqualTo(LocalDate.of(2026, 6, 8));
        assertThat(days.minus(LocalDate.of(2026, 9, 24), 1)).isEqualTo(LocalDate.of(2026, 9, 18));
    }

    @Test
    void aDueDateOnAClosedDayMovesToTheNextOpenOne() {
        assertThat(days.plus(LocalDate.of(2026, 12, 31), 0)).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(days.plus(LocalDate.of(2026, 6, 1), 0)).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(days.firstOfMonth(YearMonth.of(2026, 8))).isEqualTo(LocalDate.of(2026, 8, 3));
    }

    @Test
    void aDayBeyondTheTableIsNoGuess() {
        assertThat(days.lastKnownYear()).isEqualTo(new FiscalYear(2027));
        assertThatThrownBy(() -> days.isBusinessDay(LocalDate.of(2028, 4, 3)))
                .isInstanceOf(CalendarException.class)
                .hasMessageContainingAll("holidays.csv", "2028-04-03", "add the holidays");
    }

    @Test
    void everyFaultyLineIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("holidays.csv"), "day\n2026-07-20,海の日\n2026-07-20,海の日\n20.7.2026,海の日\n2028-05-03\n");
        assertThatThrownBy(() -> BusinessDays.load(file))
                .hasMessageContainingAll("holidays.csv", "line 1", "line 3", "line 4", "line 5");
    }

    @Test
    void aMissingYearIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("holidays.csv"), "date,name\n2026-07-20,海の日\n2028-07-17,海の日\n");
        assertThatThrownBy(() -> BusinessDays.load(file)).hasMessageContaining("fiscal year 2027");
    }
}

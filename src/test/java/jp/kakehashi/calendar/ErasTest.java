package jp.kakehashi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eras go by the date; fiscal years by 1 April. */
class ErasTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, 令和8年6月1日, R8.6.1",
        "2019-05-01, 令和元年5月1日, R1.5.1",
        "2019-04-30, 平成31年4月30日, H31.4.30",
        "1989-01-08, 平成元年1月8日, H1.1.8",
        "1989-01-07, 昭和64年1月7日, S64.1.7",
    })
    void anEraBeginsOnItsDay(LocalDate date, String longForm, String shortForm) {
        assertThat(Eras.longForm(date)).isEqualTo(longForm);
        assertThat(Eras.shortForm(date)).isEqualTo(shortForm);
    }

    @Test
    void aFiscalYearRunsFromAprilToMarch() {
        FiscalYear year = new FiscalYear(2026);
        assertThat(FiscalYear.of(LocalDate.of(2026, 4, 1))).isEqualTo(year);
        assertThat(FiscalYear.of(LocalDate.of(2027, 3, 31))).isEqualTo(year);
        assertThat(year.label()).isEqualTo("R8");
        assertThat(year.first()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(year.last()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(year.next().label()).isEqualTo("R9");
    }
}

package jp.kakehashi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldParsingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @CsvSource({"5年,5年", "1年3月,1年3月", "90日,90日", "無期限,無期限", "６か月,6月", "１年３ヶ月,1年3月", "4箇月,4月", "3カ月,3月"})
    void aPeriodOfStayIsReadAndWrittenAsOnTheCard(String register, String card) {
        assertThat(PeriodOfStay.parse(register)).map(PeriodOfStay::text).contains(card);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "年", "1年半", "3", "100年", "1月1年", "一年"})
    void whatIsNoPeriodIsNotRepaired(String register) {
        assertThat(PeriodOfStay.parse(register)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1990-01-05,1990,1,5", "1980-00-00,1980,0,0", "0000-00-00,0,0,0", "2000-02-29,2000,2,29"})
    void aBirthDateKeepsItsUnknownParts(String register, int year, int month, int day) {
        assertThat(BirthDate.parse(register)).contains(new BirthDate(year, month, day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-02-30", "1990-13-01", "19900105", "1990/01/05", "2023-02-29", ""})
    void aDayThatNoCalendarHasIsNoBirthDate(String register) {
        assertThat(BirthDate.parse(register)).isEmpty();
    }

    @Test
    void aFullWidthNameIsWrittenHalfWidthAndKeptAsItWas() {
        RomanName name = RomanName.of("ＴＥＳＴＰＥＲＳＯＮ　Ａｌｐｈａ－Ｂ");

        assertThat(name.text()).isEqualTo("TESTPERSON ALPHA-B");
        assertThat(name.original()).isEqualTo("ＴＥＳＴＰＥＲＳＯＮ　Ａｌｐｈａ－Ｂ");
    }

    @Test
    void aStatusThatDoesNotExistYetIsNone() {
        assertThat(StatusOfResidence.of("育成就労", TODAY)).isEmpty();
        assertThat(StatusOfResidence.of("育成就労", LocalDate.of(2027, 4, 1))).contains(StatusOfResidence.IKUSEI_SHURO);
        assertThat(StatusOfResidence.of("永住", TODAY)).isEmpty();
    }

    @Test
    void anUnusualPeriodIsNoticed() {
        PeriodOfStay fourYears = PeriodOfStay.parse("4年").orElseThrow();

        assertThat(StatusOfResidence.RESEARCHER.isUsual(fourYears)).isFalse();
        assertThat(StatusOfResidence.STUDENT.isUsual(fourYears)).isTrue();
        assertThat(Optional.of(StatusOfResidence.HSP_2)).get().matches(StatusOfResidence::isUnlimited);
    }
}

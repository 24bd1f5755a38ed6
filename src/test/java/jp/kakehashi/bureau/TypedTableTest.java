package jp.kakehashi.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed from the paper, and the slips of the fingers that are found at once. */
class TypedTableTest {

    private static final String ZIP = "abcdefghjkmnprstuvwx";
    private static final String WORKBOOK = "2345678abcdefghjkmnp";

    @Test
    void blanksFullWidthLettersTabsAndEmptyLinesDoNotMatter() {
        TypedTable table = TypedTable.read("""
                W1, abcd efgh jkmn prst uvwx, 2345 678a bcde fghj kmnp

                ｗ２，ａｂｃｄ　ｅｆｇｈ　ｊｋｍｎ　ｐｒｓｔ　ｕｖｗｘ，２３４５６７８abcdefghjkmnp
                B12\tabcd efgh jkmn prst uvwx\t2345 678a bcde fghj kmnp
                """);

        assertThat(table.faults()).isEmpty();
        assertThat(table.pairs())
                .isEqualTo(Map.of(
                        1, new PasswordPair("W1", ZIP, WORKBOOK),
                        3, new PasswordPair("W2", ZIP, WORKBOOK),
                        4, new PasswordPair("B12", ZIP, WORKBOOK)));
        assertThat(table.pairs()).hasToString("{1=PasswordPair[W1], 3=PasswordPair[W2], 4=PasswordPair[B12]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            W1 abcdefghjkmnprstuvwx 2345678abcdefghjkmnp  | COLUMNS
            W1,abcdefghjkmnprstuvwx                       | COLUMNS
            7,abcdefghjkmnprstuvwx,2345678abcdefghjkmnp   | NUMBER
            W0,abcdefghjkmnprstuvwx,2345678abcdefghjkmnp  | NUMBER
            W1,abcdefghjkmnprstuvw,2345678abcdefghjkmnp   | ZIP
            W1,abcdefghjkmnprstuvwxy,2345678abcdefghjkmnp | ZIP
            W1,abcdefghjkmnprstuvwl,2345678abcdefghjkmnp  | ZIP
            W1,Abcdefghjkmnprstuvwx,2345678abcdefghjkmnp  | ZIP
            W1,abcdefghjkmnprstuvwx,2345678abcdefghjkmn0  | WORKBOOK
            W1,abcdefghjkmnprstuvwx,abcdefghjkmnprstuvwx  | SAME
            """)
    void aLineWithASlipIsNamedAndTheOthersAreRead(String line, LineFault.Why why) {
        TypedTable table = TypedTable.read("W2," + ZIP + "," + WORKBOOK + "\n" + line);

        assertThat(table.faults()).containsExactly(new LineFault(2, why));
        assertThat(table.pairs()).containsOnlyKeys(1);
    }

    @Test
    void aNumberTwiceIsTakenOnce() {
        String line = "W1," + ZIP + "," + WORKBOOK;
        TypedTable table = TypedTable.read(line + "\n" + line);

        assertThat(table.pairs()).containsOnlyKeys(1);
        assertThat(table.faults()).containsExactly(new LineFault(2, LineFault.Why.TWICE));
    }
}

package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import jp.kakehashi.source.TestCity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city of ten thousand has every edge that the office meets, each in its proportion. */
class FictitiousCityEdgesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int PEOPLE = 10_000;
    private static final DataSource CITY = TestCity.h2();

    @BeforeAll
    static void build() {
        FictitiousCity.ofAll(1, TODAY, PEOPLE, 500).build(CITY);
    }

    @Test
    void itHasAsManyPayersAsAskedForAndMostOweNothing() {
        assertThat(count("atena")).isEqualTo(PEOPLE);
        assertThat(
                        count(
                                "atena a where not exists (select * from fuka f natural join kibetsu k where f.gimusha_atena_no = a.atena_no and k.taino = 1)"))
                .isEqualTo(6_650);
        assertThat(count("atena where juki_kubun = 0")).isBetween(6_000, 8_000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            no roman name               | atena where shimei_romaji is null and shimei_kanji is not null and juki_kubun = 1
            no kanji name               | atena where shimei_romaji is not null and shimei_kanji is null
            neither                     | atena where shimei_romaji is null and shimei_kanji is null
            full-width letters          | atena where shimei_romaji like 'Ｔ%'
            a private-use glyph         | atena where shimei_kanji like '%\uE000%'
            a kanji outside the BMP     | atena where shimei_kanji like '%\uD842\uDFB7%'
            a variation selector        | atena where shimei_kanji like '%\uDB40\uDD00%'
            an alias                    | atena where tsusho is not null
            sex unknown                 | atena where seibetsu_code = 0
            birth wholly unknown        | atena where seinengappi = '00000000'
            month of birth unknown      | atena where seinengappi like '____0000' and seinengappi <> '00000000'
            day of birth unknown        | atena where seinengappi like '____0400'
            Taiwan                      | atena where kokuseki_mei = '台湾'
            Palestine                   | atena where kokuseki_mei = 'パレスチナ'
            Chosen                      | atena where kokuseki_mei = '朝鮮'
            stateless                   | atena where kokuseki_mei = '無国籍'
            permanent residents         | atena where zairyu_shikaku = '永住者'
            special permanent residents | atena where juki_kubun = 2
            no end of stay              | atena where zairyu_shikaku = '高度専門職2号' and zairyu_kigen is null
            within the special period   | atena where zairyu_kigen between date '2026-04-01' and date '2026-05-31'
            long expired                | atena where zairyu_kigen < date '2026-04-01'
            several cards over time     | (select atena_no from zairyu_card group by atena_no having count(*) > 2) x
            a relative's card           | zairyu_card where meigi_atena_no <> atena_no
            one number on two people    | (select card_no from zairyu_card where shikko_bi is null group by card_no having count(*) > 1) x
            protected                   | atena where shien_sochi = 1
            special circumstances       | atena where tokubetsu_jijo = 1
            head not insured            | atena where gisei_setainushi = 1
            head changed                | atena where setainushi_henko_bi is not null
            moved out                   | atena where jumin_jotai = 2
            departed                    | atena where jumin_jotai = 3
            deceased                    | atena where jumin_jotai = 4
            naturalised                 | atena where jumin_jotai = 5
            paid but not posted         | shuno where kari_keshi = 1 and torikeshi_bi is null and shunyu_bi is null
            reversed posting            | shuno where torikeshi_bi is not null
            paid in part                | kibetsu where taino = 1 and shuno_gaku > 0 and shuno_gaku < chotei_gaku
            paid late                   | kibetsu where taino = 1 and shuno_gaku = chotei_gaku
            cancelled assessment        | kibetsu where jotai = 1
            written off                 | kibetsu where jotai = 3
            deferred                    | kibetsu where jotai = 4
            suspended                   | kibetsu where jotai = 5
            disputed                    | kibetsu where shinsa_seikyu = 1
            past limitation             | kibetsu where taino = 1 and jotai = 0 and jiko_kansei_bi <= date '2026-06-01'
            without reminder            | kibetsu where taino = 1 and tokusoku_bi is null
            reminder returned           | keika where keika_code = 'REMINDER_RETURNED'
            served by public notice     | keika where keika_code = 'PUBLIC_NOTICE'
            pledge broken               | keika where keika_code = 'PLEDGE_BROKEN'
            pledge kept                 | keika p where keika_code = 'INSTALMENT_PLEDGE' and not exists (select * from keika b where b.atena_no = p.atena_no and b.keika_code = 'PLEDGE_BROKEN')
            suspension cancelled        | keika where keika_code = 'SUSPENSION_CANCELLED'
            seizure insufficient        | keika where keika_code = 'SEIZURE' and kekka_code = 'INSUFFICIENT'
            seizure impossible          | keika where keika_code = 'SEIZURE_IMPOSSIBLE'
            assets found                | keika where kekka_code = 'FOUND'
            """)
    void everyEdgeIsThere(String edge, String where) {
        assertThat(count(where)).as(edge).isGreaterThanOrEqualTo(5);
    }

    @Test
    void theYearEndRollTouchesEveryBillInArrears() {
        DataSource city = TestCity.h2();
        new FictitiousCity(1, TODAY, 20, 10).build(city);
        Clock yearEnd = Clock.fixed(TODAY.atStartOfDay(TOKYO).toInstant(), TOKYO);

        int rolled = new FictitiousCityLife(city, yearEnd).rollsArrearsOver();

        assertThat(rolled)
                .isPositive()
                .isEqualTo(count(city, "kibetsu where kurikoshi = 1 and kaikei_nendo = fuka_nendo + 1"));
    }

    private static int count(String where) {
        return count(CITY, where);
    }

    private static int count(DataSource city, String where) {
        return JdbcClient.create(city)
                .sql("select count(*) from " + where)
                .query(Integer.class)
                .single();
    }
}

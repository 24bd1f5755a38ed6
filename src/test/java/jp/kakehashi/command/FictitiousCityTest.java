package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FictitiousCityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void theSameSeedMakesTheSameCity() {
        assertThat(people(city(7))).isEqualTo(people(city(7))).isNotEqualTo(people(city(8)));
    }

    @Test
    void aCityHasAsManyPayersAsAskedFor() {
        assertThat(people(city(7))).hasSize(300);
    }

    @Test
    void everyCardNumberIsVisiblyFictitious() {
        List<String> cards = JdbcClient.create(city(7))
                .sql("select card_no from zairyu_card")
                .query(String.class)
                .list();

        assertThat(cards).isNotEmpty().allMatch(card -> card.startsWith("ZZ"));
    }

    @Test
    void aScriptBuildsTheCityAgain(@TempDir Path folder) throws Exception {
        DataSource city = city(7);
        Path script = folder.resolve("source.sql");

        FictitiousCity.export(city, script);

        DataSource again = h2();
        JdbcClient.create(again).sql(Files.readString(script)).update();
        assertThat(people(again)).isEqualTo(people(city));
    }

    @Test
    void moreEligiblePeopleThanPeopleAreRefused() {
        assertThatThrownBy(() -> new FictitiousCity(1, TODAY, 3, 4)).hasMessageContaining("0 to 3");
    }

    private static DataSource city(long seed) {
        DataSource database = h2();
        new FictitiousCity(seed, TODAY, 300, 20).build(database);
        return database;
    }

    private static List<Map<String, Object>> people(DataSource city) {
        return JdbcClient.create(city)
                .sql("select * from atena order by atena_no")
                .query()
                .listOfRows();
    }

    private static DataSource h2() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }
}

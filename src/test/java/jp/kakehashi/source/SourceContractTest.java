package jp.kakehashi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.sql.DataSource;
import jp.kakehashi.command.FictitiousCity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The contract check; each product inherits it. */
abstract class SourceContractTest {

    private static final Path SHIPPED = Path.of("config/source");

    @TempDir
    private Path queries;

    private final DataSource city = emptyDatabase();

    abstract DataSource emptyDatabase();

    @BeforeEach
    void build() throws IOException {
        new FictitiousCity(1, LocalDate.of(2026, 6, 1), 3, 1).build(city);
        FileSystemUtils.copyRecursively(SHIPPED, queries);
    }

    @Test
    void theShippedQueriesKeepTheContract() {
        assertThat(contract().faults()).isEmpty();
        contract().afterSingletonsInstantiated();
    }

    @Test
    void aMissingColumnIsNamedWithItsFile() throws IOException {
        rewrite("cases.changed.sql", "a.shien_sochi as protected_person", "a.shien_sochi as something_else");

        assertThatThrownBy(() -> contract().afterSingletonsInstantiated())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("cases.changed.sql: 列 protected_person")
                .hasMessageContaining("がありません");
    }

    @Test
    void aMistypedColumnIsNamedWithWhatItMustBe() throws IOException {
        rewrite("payments.person.sql", "r.ryoshu_bi as received_on", "'2026-05-01' as received_on");

        assertThat(contract().faults())
                .singleElement()
                .asString()
                .contains("payments.person.sql: 列 received_on は日付でなければなりません");
    }

    @Test
    void everyFaultIsNamedAtOnce() throws IOException {
        rewrite("cases.changed.sql", "a.kokuseki_mei as nationality_region", "0 as nationality_region");
        rewrite("events.changed.sql", "k2.keika_bi as happened_on", "k2.keika_bi as other_day");
        Files.delete(queries.resolve("payments.changed.sql"));
        rewrite("payments.person.sql", "from shuno r", "from nowhere r");

        assertThat(contract().faults())
                .hasSize(4)
                .anySatisfy(fault -> assertThat(fault).contains("nationality_region"))
                .anySatisfy(fault -> assertThat(fault).contains("happened_on"))
                .anySatisfy(fault -> assertThat(fault).contains("payments.changed.sql: 読めません"))
                .anySatisfy(fault -> assertThat(fault).contains("payments.person.sql: SQLを実行できません"));
    }

    private SourceContract contract() {
        return new SourceContract(city, TestSource.settings(queries));
    }

    private void rewrite(String file, String from, String to) throws IOException {
        Path query = queries.resolve(file);
        String sql = Files.readString(query);
        assertThat(sql).contains(from);
        Files.writeString(query, sql.replace(from, to));
    }
}

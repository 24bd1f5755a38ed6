package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What {@code hub check} says of the next fiscal year. */
class NextYearCheckTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CheckPrint print = new CheckPrint(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    @OfficeRule("year-warning")
    void fromTheFifteenthOfMarchItWarnsAndFindsNoFault() throws SQLException {
        DataSource ledger = TestLedger.h2().dataSource();

        NextYearCheck.print(ledger, at("2027-03-14T03:00:00Z"), print);
        assertThat(said()).isEmpty();
        NextYearCheck.print(ledger, at("2027-03-14T15:00:00Z"), print);

        assertThat(said()).contains("2027-04-01 に有効な取扱者 0 人、保護管理者 0 人");
        assertThat(print.allGood()).isTrue();
    }

    @Test
    void aLedgerWithoutTablesIsLeftAlone() throws SQLException {
        NextYearCheck.print(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", ""),
                at("2027-03-20T03:00:00Z"),
                print);

        assertThat(said()).isEmpty();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneId.of("Asia/Tokyo"));
    }
}

package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is said of a database that is gone: nothing that its driver says. */
@ExtendWith(OutputCaptureExtension.class)
class HubHealthTest {

    private final HubHealth health = new HubHealth();
    private final DriverManagerDataSource gone =
            new DriverManagerDataSource("jdbc:postgresql://localhost:1/fictitious_ledger?connectTimeout=5", "架空", "");

    @Test
    void invariant3_ofALedgerThatIsGoneTheSqlStateIsToldAndNoMessage(CapturedOutput said) {
        Health answer = health.ledgerHealthIndicator(gone).health();

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getDetails()).isEqualTo(Map.of("sqlState", "08001"));
        assertThat(said.getAll()).isEmpty();
    }

    @Test
    void aTaxDatabaseThatIsGoneIsDownToo() {
        assertThat(health.sourceHealthIndicator(gone).health().getStatus()).isEqualTo(Status.DOWN);
    }
}

package jp.kakehashi.command;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import jp.kakehashi.people.Succession;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From 15 March {@code hub check} tells whether the next fiscal year has its people. A warning, no fault: it can serve. */
final class NextYearCheck {

    private NextYearCheck() {}

    static void print(DataSource ledger, Clock clock, CheckPrint print) throws SQLException {
        if (hasPeople(ledger)) {
            new Succession(JdbcClient.create(ledger), clock).gap().ifPresent(gap -> print.line(words(gap)));
        }
    }

    private static String words(Succession.Gap gap) {
        return ("△ 取扱者指定簿 / handlers: %1$s に有効な取扱者 %2$d 人、保護管理者 %3$d 人。2人以上と1人以上が必要です（hub people appoint）"
                        + " / valid on %1$s: %2$d handlers, %3$d privacy managers; two and one are needed")
                .formatted(gap.first(), gap.handlers(), gap.managers());
    }

    /** A ledger in which nothing was started yet has no tables. */
    private static boolean hasPeople(DataSource ledger) throws SQLException {
        try (Connection connection = ledger.getConnection();
                ResultSet table = connection.getMetaData().getTables(null, null, "appointment", null)) {
            return table.next();
        }
    }
}

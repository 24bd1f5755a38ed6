package jp.kakehashi.ledger;

import java.time.Clock;
import java.util.Map;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.TestVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A program that commits some acts to a ledger and halts at once after the last commit, as if the power had gone. */
final class HaltingWriter {

    private HaltingWriter() {}

    /** Arguments: JDBC URL, user, how many acts. */
    public static void main(String[] arguments) {
        DriverManagerDataSource ledger = new DriverManagerDataSource(arguments[0], arguments[1], "");
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(ledger);
        Chain chain = new Chain(JdbcClient.create(ledger), transactions, TestVault.fresh(), Clock.systemUTC());
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
            Act act = new Act("test.halted", "act-" + i, Map.of());
            transaction.executeWithoutResult(status -> chain.append(Actor.machine("halting-writer"), act));
        }
        Runtime.getRuntime().halt(137);
    }
}

package jp.kakehashi.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh, migrated ledger of its own for one test: H2 in memory, or a new database on one real PostgreSQL that the
 * test run starts once (its binaries come as a Maven artifact).
 */
public final class TestLedger {

    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private static EmbeddedPostgres postgres;

    private final String url;
    private final String user;
    private final DataSource dataSource;
    private final DataSourceTransactionManager transactionManager;

    private TestLedger(String url, String user, String vendor) {
        this(url, user, vendor, new DriverManagerDataSource(url, user, ""));
    }

    private TestLedger(String url, String user, String vendor, DataSource dataSource) {
        this.url = url;
        this.user = user;
        this.dataSource = dataSource;
        this.transactionManager = new DataSourceTransactionManager(dataSource);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
    }

    /** A fresh ledger on H2, in memory. */
    public static TestLedger h2() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + H2_OPTIONS + ";DB_CLOSE_DELAY=-1";
        return new TestLedger(url, "sa", "h2");
    }

    /** A fresh ledger in an H2 file, as a hub without configuration keeps it; one process at a time has it open. */
    public static TestLedger h2File(Path file) {
        return new TestLedger("jdbc:h2:file:" + file.toAbsolutePath() + H2_OPTIONS + ";WRITE_DELAY=0", "sa", "h2");
    }

    /** A fresh database on a real PostgreSQL. */
    public static TestLedger postgres() {
        try {
            String name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = server().getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return new TestLedger(server().getJdbcUrl("postgres", name), "postgres", "postgresql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the test's PostgreSQL refused a new database", e);
        }
    }

    /** A backup of this ledger, restored as another one: all that was committed, and nobody's locks. */
    public TestLedger restored() {
        return url.startsWith("jdbc:h2:") ? restoredFromScript() : restoredFromCopy();
    }

    private TestLedger restoredFromScript() {
        try {
            Path script = Files.createTempFile("ledger", ".sql");
            jdbc().sql("script to '" + script + "'").query().listOfRows();
            String other = "jdbc:h2:mem:" + UUID.randomUUID() + H2_OPTIONS + ";DB_CLOSE_DELAY=-1";
            JdbcClient.create(new DriverManagerDataSource(other, "sa", ""))
                    .sql("runscript from '" + script + "'")
                    .update();
            Files.delete(script);
            return new TestLedger(other, "sa", "h2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's own copy, which like {@code pg_dump} holds what was committed. */
    private TestLedger restoredFromCopy() {
        String copy = "ledger_" + UUID.randomUUID().toString().replace("-", "");
        String original = url.replaceFirst(".*/(ledger_[0-9a-f]+).*", "$1");
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + copy + " template " + original);
            return new TestLedger(server().getJdbcUrl("postgres", copy), "postgres", "postgresql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the test's PostgreSQL refused a copy", e);
        }
    }

    /** The folder in which a real PostgreSQL keeps all its databases. */
    public static Path postgresFiles() {
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (var answer = statement.executeQuery("show data_directory")) {
                answer.next();
                return Path.of(answer.getString(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the test's PostgreSQL does not say where it keeps its files", e);
        }
    }

    /** The same ledger by a pool of connections, as the program keeps them; for measurements. */
    public TestLedger pooled() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        return new TestLedger(url, user, "postgresql", pool);
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.start();
        }
        return postgres;
    }

    /** Its JDBC URL, for another process. */
    public String url() {
        return url;
    }

    /** Who signs in to it, without a password. */
    public String user() {
        return user;
    }

    /** Connections to this ledger. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** SQL by hand, to look at what was written. */
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** The manager to give to the code under test. */
    public PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    /** Runs one transaction by hand. */
    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager);
    }
}

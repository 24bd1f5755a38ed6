package jp.kakehashi.source;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database for a fictitious city, of either product. */
public final class TestCity {

    private static EmbeddedPostgres postgres;

    private TestCity() {}

    /** H2 in memory, with its own upper-case column names. */
    public static DataSource h2() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** A new database on a real PostgreSQL. */
    public static synchronized DataSource postgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
            }
            String name = "city_" + UUID.randomUUID().toString().replace("-", "");
            JdbcClient.create(postgres.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return postgres.getDatabase("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

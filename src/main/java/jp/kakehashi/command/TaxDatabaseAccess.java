package jp.kakehashi.command;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/** The office's own tax database: read only, and only by routes. A ward whose source is not live has none. */
@Configuration
@Profile("ward")
@ConditionalOnProperty(name = "kakehashi.source.live", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(TaxDatabaseAccess.Settings.class)
class TaxDatabaseAccess {

    /**
     * {@code kakehashi.source.*}.
     *
     * @param url JDBC URL of any product
     * @param username who signs in there
     * @param passwordFile a file that holds nothing but the password
     */
    @Validated
    @ConfigurationProperties("kakehashi.source")
    record Settings(@NotBlank String url, String username, Path passwordFile) {}

    /**
     * Auto-commit is off because PostgreSQL streams only inside a transaction. It is no candidate for anybody who wants
     * "the" data source: that is the ledger.
     */
    @Bean(defaultCandidate = false)
    DataSource taxDatabase(Settings settings) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("tax-database");
        source.setJdbcUrl(settings.url());
        source.setUsername(settings.username());
        source.setPassword(SecretFile.read("kakehashi.source.password-file", settings.passwordFile()));
        source.setReadOnly(true);
        source.setAutoCommit(false);
        source.setMaximumPoolSize(12);
        source.setInitializationFailTimeout(-1);
        return source;
    }
}

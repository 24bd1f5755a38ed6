package jp.kakehashi.command;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** Our own database: everything the hub knows and has done. PostgreSQL, or an H2 file where nothing is configured. */
@Configuration
@EnableConfigurationProperties(LedgerDatabase.Settings.class)
class LedgerDatabase {

    /**
     * {@code kakehashi.ledger.*}.
     *
     * @param url JDBC URL
     * @param username who signs in there; may be empty for H2
     * @param passwordFile a file that holds nothing but the password; may be absent for H2
     */
    @Validated
    @ConfigurationProperties("kakehashi.ledger")
    record Settings(@NotBlank String url, String username, Path passwordFile) {}

    @Bean
    HikariDataSource ledgerDataSource(Settings settings) {
        HikariDataSource ledger = new HikariDataSource();
        ledger.setPoolName("ledger");
        ledger.setJdbcUrl(settings.url());
        ledger.setUsername(settings.username());
        ledger.setPassword(SecretFile.read("kakehashi.ledger.password-file", settings.passwordFile()));
        ledger.setMaximumPoolSize(16);
        return ledger;
    }
}

package jp.kakehashi.command;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What stands in the place of the tax database where the source is not live: nobody can ask it anything. */
@Configuration
@Profile("ward")
@ConditionalOnProperty(name = "kakehashi.source.live", havingValue = "false")
class NoTaxDatabase {

    @Bean(defaultCandidate = false)
    DataSource taxDatabase() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("kakehashi.source.live is false: there is no tax database to ask", "08003");
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return getConnection();
            }
        };
    }
}

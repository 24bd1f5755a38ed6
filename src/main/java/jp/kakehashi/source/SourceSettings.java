package jp.kakehashi.source;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * How the tax database is asked.
 *
 * @param queries the folder of the three queries, each as {@code .changed.sql} and {@code .person.sql}
 * @param overlap how far a poll looks back behind the last one, for changes that were committed late
 */
@ConfigurationProperties(prefix = "kakehashi.source")
record SourceSettings(
        @DefaultValue("config/source") Path queries,
        @DefaultValue("1h") Duration overlap) {

    @Configuration(proxyBeanMethods = false)
    @Profile("ward")
    @EnableConfigurationProperties(SourceSettings.class)
    static class Beans {}
}

package jp.kakehashi.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * How the tax database is asked, or its extract read.
 *
 * @param live whether there is a database to ask; without, extract files are all there is
 * @param queries the folder of the three queries, each as {@code .changed.sql} and {@code .person.sql}
 * @param overlap how far a poll looks back behind the last one, for changes that were committed late
 * @param extract the extract files of a source that is not live
 */
@ConfigurationProperties(prefix = "kakehashi.source")
record SourceSettings(
        @DefaultValue("true") boolean live,
        @DefaultValue("config/source") Path queries,
        @DefaultValue("1h") Duration overlap,
        @DefaultValue ExtractFolder extract) {

    /** The charsets an extract may have. */
    enum ExtractCharset {
        /** With or without a byte order mark. */
        UTF_8(StandardCharsets.UTF_8),
        /** CP932, which Java calls windows-31j. */
        WINDOWS_31J(Charset.forName("windows-31j"));

        // Unmodifiable; the checker does not know it.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Charset charset;

        ExtractCharset(Charset charset) {
            this.charset = charset;
        }

        Charset charset() {
            return charset;
        }
    }

    /**
     * Where extracts are dropped.
     *
     * @param folder its four files lie here, and nothing else does
     * @param charset of all four
     */
    record ExtractFolder(
            @DefaultValue("var/ward/extract") Path folder,
            @DefaultValue("utf-8") ExtractCharset charset) {}

    @Configuration(proxyBeanMethods = false)
    @Profile("ward")
    @EnableConfigurationProperties(SourceSettings.class)
    static class Beans {}
}

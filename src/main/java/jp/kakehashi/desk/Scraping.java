package jp.kakehashi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The monitoring program's key to the figures: a token in a file, sent as {@code Authorization: Bearer}. */
@Component
@EnableConfigurationProperties(Scraping.Settings.class)
class Scraping {

    private final Settings settings;

    Scraping(Settings settings) {
        this.settings = settings;
    }

    /**
     * {@code kakehashi.metrics.*}.
     *
     * @param tokenFile a file that holds nothing but the token; absent where nobody scrapes
     */
    @ConfigurationProperties("kakehashi.metrics")
    record Settings(Path tokenFile) {}

    /** Whether a request bears the token. The file is read each time: a new token needs no restart. */
    boolean bearsTheToken(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (settings.tokenFile() == null || sent == null) {
            return false;
        }
        String wanted = "Bearer " + token();
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        try {
            String token = Files.readString(settings.tokenFile()).strip();
            if (token.isEmpty()) {
                throw new IllegalStateException("kakehashi.metrics.token-file is empty");
            }
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException("kakehashi.metrics.token-file cannot be read", e);
        }
    }
}

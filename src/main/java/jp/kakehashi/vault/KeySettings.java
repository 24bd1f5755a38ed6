package jp.kakehashi.vault;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code kakehashi.keys.*}.
 *
 * @param file the key file
 * @param demoAllowed whether the demo's keys will do; false unless set
 */
@Validated
@ConfigurationProperties(prefix = "kakehashi.keys", ignoreUnknownFields = false)
record KeySettings(@NotNull Path file, boolean demoAllowed) {}

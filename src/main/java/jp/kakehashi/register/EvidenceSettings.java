package jp.kakehashi.register;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code kakehashi.evidence.*}.
 *
 * @param folder where the evidence files of each night go; best where nobody who administers the ledger can write
 */
@Validated
@ConfigurationProperties("kakehashi.evidence")
record EvidenceSettings(@NotNull Path folder) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EvidenceSettings.class)
    static class Beans {}
}

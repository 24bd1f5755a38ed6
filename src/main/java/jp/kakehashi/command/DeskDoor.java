package jp.kakehashi.command;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * Where the pages are: on this machine alone, or for the PCs of the office by TLS. Names, card numbers and the passwords
 * of both signers pass here: {@link SettingsCheck} refuses an address that others reach without a certificate.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskDoor.Settings.class)
class DeskDoor {

    /**
     * {@code kakehashi.desk.*}.
     *
     * @param port the port of the pages; 0 for any free one
     * @param address the address of this machine that they answer on
     * @param certificate PEM file of the certificate and what it hangs on; null for no TLS
     * @param certificateKey PEM file of its private key (PKCS #8), without a password
     */
    @Validated
    @ConfigurationProperties("kakehashi.desk")
    record Settings(
            @Min(0) @Max(65_535) int port, @NotNull InetAddress address, Path certificate, Path certificateKey) {}

    @Bean
    @ConditionalOnProperty("kakehashi.desk.certificate")
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> pagesByTls(Settings settings) {
        Ssl tls = new Ssl();
        tls.setCertificate(settings.certificate().toUri().toString());
        tls.setCertificatePrivateKey(settings.certificateKey().toUri().toString());
        return server -> server.setSsl(tls);
    }
}

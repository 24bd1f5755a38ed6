package jp.kakehashi.vault;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package, made from the key file that the settings name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class VaultConfiguration {

    @Bean
    KeyFile keyFile(KeySettings settings) {
        return KeyFile.load(settings.file(), settings.demoAllowed());
    }

    @Bean
    Vault vault(KeyFile keyFile) {
        return keyFile.vault();
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }
}

package jp.kakehashi.agreement;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the agreement files lie: {@code kakehashi.agreements}, a folder. */
@ConfigurationProperties("kakehashi")
record AgreementSettings(@DefaultValue("config/agreements") Path agreements) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AgreementSettings.class)
    static class Beans {

        @Bean
        Agreements agreements(AgreementSettings settings) {
            return Agreements.load(settings.agreements());
        }
    }
}

package jp.kakehashi.house.verbs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes a bean under another name. */
@Configuration
public class Wiring {

    /** The same parcels, kept elsewhere. */
    @Bean
    public Parcels oldParcels() {
        return new Parcels();
    }
}

package planted.verbs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes beans under names of their own. */
@Configuration
public class Wiring {

    /** The same parcels, kept elsewhere. */
    @Bean
    public Parcels oldParcels() {
        return new Parcels();
    }

    /** The door of a mail endpoint. */
    @Bean
    public String door() {
        return "closed";
    }

    /** The policy of a transaction. */
    @Bean
    public String required() {
        return "required";
    }
}

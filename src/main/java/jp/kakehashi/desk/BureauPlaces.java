package jp.kakehashi.desk;

import jp.kakehashi.people.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** Where the people of the bureau may go. */
@Configuration(proxyBeanMethods = false)
@Profile("bureau")
class BureauPlaces {

    @Bean
    @Order(100)
    Place parcelsPlace() {
        return Place.of("/parcels", "parcels", Role.RECEIVER);
    }

    @Bean
    @Order(200)
    Place listPlace() {
        return Place.of("/list", "list", Role.RECEIVER);
    }

    @Bean
    @Order(300)
    Place passwordPairsPlace() {
        return Place.of("/password-pairs", "password-pairs", Role.RECEIVER).in(PlaceGroup.PREPARATION);
    }

    @Bean
    @Order(400)
    Place heldMailPlace() {
        return Place.of("/mail/held", "held", Role.RECEIVER).in(PlaceGroup.WATCH);
    }
}

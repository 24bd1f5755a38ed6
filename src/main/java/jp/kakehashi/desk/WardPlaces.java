package jp.kakehashi.desk;

import java.util.Collections;
import jp.kakehashi.casefile.PaymentReceipts;
import jp.kakehashi.people.Role;
import jp.kakehashi.shipment.Monthly;
import jp.kakehashi.shipment.Overdue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** Where the people of the ward may go, and what their home page reminds them of. */
@Configuration(proxyBeanMethods = false)
@Profile("ward")
class WardPlaces {

    @Bean
    @Order(100)
    Place casesPlace() {
        return Place.of("/cases", "cases", Role.HANDLER, Role.PRIVACY_MANAGER);
    }

    @Bean
    @Order(110)
    Place confirmPlace() {
        return Place.of("/cases/confirm", "confirm", Role.HANDLER);
    }

    @Bean
    @Order(120)
    Place officersPlace() {
        return Place.of("/cases/officers", "officers", Role.HANDLER, Role.PRIVACY_MANAGER)
                .in(PlaceGroup.PREPARATION);
    }

    @Bean
    @Order(150)
    Place counterPlace() {
        return Place.of("/counter", "counter", Role.HANDLER);
    }

    @Bean
    @Order(200)
    Place shipmentsPlace() {
        return Place.of(
                "/shipments", "shipments", Role.HANDLER, Role.WITNESS, Role.PRIVACY_MANAGER, Role.DEPUTY, Role.AUDITOR);
    }

    @Bean
    @Order(300)
    Place sittingPlace() {
        return Place.of("/sitting", "sitting", Role.HANDLER);
    }

    @Bean
    @Order(400)
    Place heldMailPlace() {
        return Place.of("/mail/held", "held", Role.HANDLER, Role.PRIVACY_MANAGER)
                .in(PlaceGroup.WATCH);
    }

    @Bean
    @Order(450)
    Place sourcePlace() {
        return Place.of("/source", "source", Role.HANDLER, Role.PRIVACY_MANAGER, Role.OPERATIONS)
                .in(PlaceGroup.WATCH);
    }

    @Bean
    @Order(500)
    Place registerPlace() {
        return Place.of("/register", "register", Role.AUDITOR, Role.PRIVACY_MANAGER)
                .in(PlaceGroup.RECORDS);
    }

    @Bean
    @Order(600)
    Place passwordTablePlace() {
        return Place.of("/password-table", "password-table", Role.PRIVACY_MANAGER)
                .in(PlaceGroup.PREPARATION);
    }

    @Bean
    Reminder.Of receiptReminder(PaymentReceipts receipts) {
        return () -> new Reminder("counter.overdue.some", "/counter", Collections.nCopies(receipts.overdue(), "領収証書"));
    }

    @Bean
    Reminder.Of monthlyReminder(Monthly monthly) {
        return () -> new Reminder(
                "shipments.undrafted",
                "/shipments",
                monthly.undrafted().map(month -> month.getYear() + "年" + month.getMonthValue() + "月").stream()
                        .toList());
    }

    @Bean
    Reminder.Of overdueReminder(Overdue overdue) {
        return () -> new Reminder("shipments.overdue", "/shipments", overdue.numbers());
    }
}

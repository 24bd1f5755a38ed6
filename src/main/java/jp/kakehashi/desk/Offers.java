package jp.kakehashi.desk;

import java.time.LocalDate;
import java.util.EnumSet;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;

/**
 * What the page of a shipment offers this person in this state. It is a courtesy: the beans judge again.
 *
 * @param rows to look at its people
 * @param decide to decide (決裁)
 * @param sitting to take it into a sitting
 * @param cancel to give it up
 * @param slip to read out its passwords
 * @param acknowledge to record a receipt confirmed to a person
 * @param delivered to record that an unknown one arrived
 * @param notDelivered to record that it never arrived
 * @param resend to take the same bytes into a new sitting
 * @param cannotBeOpened to record that the recipient cannot open it
 * @param sealAfresh to have it sealed afresh
 */
record Offers(
        boolean rows,
        boolean decide,
        boolean sitting,
        boolean cancel,
        boolean slip,
        boolean acknowledge,
        boolean delivered,
        boolean notDelivered,
        boolean resend,
        boolean cannotBeOpened,
        boolean sealAfresh) {

    static Offers of(Shipment shipment, Person person, LocalDate today) {
        boolean handler = person.holds(Role.HANDLER, today);
        boolean manager = person.holds(Role.PRIVACY_MANAGER, today);
        ShipmentState state = shipment.state();
        return new Offers(
                handler || manager,
                manager && state == ShipmentState.DRAFTED,
                handler && in(state, ShipmentState.DECIDED, ShipmentState.SEALED, ShipmentState.RELEASED),
                handler
                        && in(
                                state,
                                ShipmentState.DRAFTED,
                                ShipmentState.DECIDED,
                                ShipmentState.SEALED,
                                ShipmentState.REFUSED),
                handler && in(state, ShipmentState.POSTED, ShipmentState.OUTCOME_UNKNOWN, ShipmentState.UNREADABLE),
                handler && in(state, ShipmentState.POSTED, ShipmentState.OUTCOME_UNKNOWN, ShipmentState.RETURNED),
                handler && state == ShipmentState.OUTCOME_UNKNOWN,
                handler && in(state, ShipmentState.OUTCOME_UNKNOWN, ShipmentState.RETURNED),
                handler && in(state, ShipmentState.REFUSED, ShipmentState.RETURNED, ShipmentState.OUTCOME_UNKNOWN),
                handler && in(state, ShipmentState.POSTED, ShipmentState.OUTCOME_UNKNOWN),
                handler && state == ShipmentState.UNREADABLE);
    }

    /** Whether there is anything a person finds out by telephone. */
    public boolean settling() {
        return acknowledge || delivered || notDelivered || resend || cannotBeOpened || sealAfresh;
    }

    private static boolean in(ShipmentState state, ShipmentState first, ShipmentState... rest) {
        return EnumSet.of(first, rest).contains(state);
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.shipment.ShipmentState.ACKNOWLEDGED;
import static jp.kakehashi.shipment.ShipmentState.DECIDED;
import static jp.kakehashi.shipment.ShipmentState.DRAFTED;
import static jp.kakehashi.shipment.ShipmentState.OUTCOME_UNKNOWN;
import static jp.kakehashi.shipment.ShipmentState.POSTED;
import static jp.kakehashi.shipment.ShipmentState.REFUSED;
import static jp.kakehashi.shipment.ShipmentState.RELEASED;
import static jp.kakehashi.shipment.ShipmentState.RETURNED;
import static jp.kakehashi.shipment.ShipmentState.SEALED;
import static jp.kakehashi.shipment.ShipmentState.UNREADABLE;

import java.time.LocalDate;
import java.util.EnumSet;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;

/**
 * What the page of a shipment offers this person in this state. It is a courtesy: the beans judge again.
 *
 * @param rows to look at its people
 * @param decide to decide (決裁)
 * @param decideAsDeputy to decide while the 保護管理者 is away (代決); never what they drafted themselves
 * @param sitting to take it into a sitting
 * @param cancel to give it up
 * @param slip to read out its passwords
 * @param acknowledge to record a receipt confirmed to a person
 * @param delivered to record that an unknown one arrived
 * @param returned to record that it seems not to have arrived, where no bounce came
 * @param notDelivered to record that it never arrived; not after a fresh sealing
 * @param resend to take the same bytes into a new sitting
 * @param cannotBeOpened to record that the recipient cannot open it
 * @param reopening to go the steps for what cannot be opened
 * @param path to confirm that a test exchange went over LGWAN
 */
record Offers(
        boolean rows,
        boolean decide,
        boolean decideAsDeputy,
        boolean sitting,
        boolean cancel,
        boolean slip,
        boolean acknowledge,
        boolean delivered,
        boolean returned,
        boolean notDelivered,
        boolean resend,
        boolean cannotBeOpened,
        boolean reopening,
        boolean path) {

    static Offers of(Shipment shipment, Person person, LocalDate today) {
        boolean handler = person.holds(Role.HANDLER, today);
        boolean manager = person.holds(Role.PRIVACY_MANAGER, today);
        boolean deputy = person.holds(Role.DEPUTY, today);
        boolean drafter = shipment.draftedBy().equals(person.account());
        ShipmentState state = shipment.state();
        boolean mayBeThere = shipment.postedAt().isPresent();
        return new Offers(
                (handler || manager || deputy) && !shipment.kind().isPlainMail(),
                manager && state == DRAFTED,
                deputy && !manager && !drafter && state == DRAFTED,
                handler && in(state, DECIDED, SEALED, RELEASED),
                handler && !mayBeThere && in(state, DRAFTED, DECIDED, SEALED, REFUSED),
                handler && shipment.hasParcel() && in(state, POSTED, OUTCOME_UNKNOWN),
                handler
                        && (in(state, POSTED, OUTCOME_UNKNOWN, RETURNED, UNREADABLE)
                                || (mayBeThere && state == SEALED)),
                handler && state == OUTCOME_UNKNOWN,
                handler && in(state, POSTED, OUTCOME_UNKNOWN),
                handler
                        && shipment.revision() == 0
                        && (in(state, POSTED, OUTCOME_UNKNOWN, RETURNED) || (mayBeThere && in(state, SEALED, REFUSED))),
                handler && in(state, REFUSED, RETURNED, OUTCOME_UNKNOWN),
                handler && shipment.hasParcel() && in(state, POSTED, OUTCOME_UNKNOWN),
                handler && state == UNREADABLE,
                handler && shipment.kind() == DocumentKind.TEST && state == ACKNOWLEDGED);
    }

    /** Whether this person is asked to decide, and so sees at once whom it is about. */
    boolean deciding() {
        return decide || decideAsDeputy;
    }

    /** Whether there is anything a person finds out by telephone. */
    public boolean settling() {
        return acknowledge || delivered || returned || notDelivered || resend || cannotBeOpened;
    }

    private static boolean in(ShipmentState state, ShipmentState first, ShipmentState... rest) {
        return EnumSet.of(first, rest).contains(state);
    }
}

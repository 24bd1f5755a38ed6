package jp.kakehashi.shipment;

import java.util.Map;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Breaks the seal of a shipment of which people were dropped: the rest is sealed afresh, and signed again. */
@Component
@Profile("ward")
class SealBreak {

    private final ShipmentLedger shipments;
    private final ShipmentRows rows;
    private final SealedParcels parcels;
    private final Outbox outbox;
    private final Acts acts;

    SealBreak(ShipmentLedger shipments, ShipmentRows rows, SealedParcels parcels, Outbox outbox, Acts acts) {
        this.shipments = shipments;
        this.rows = rows;
        this.parcels = parcels;
        this.outbox = outbox;
        this.acts = acts;
    }

    /** With nobody left the shipment is cancelled. */
    void after(String number, int dropped, Actor by) {
        acts.note(by, "seal-broken", number, Map.of("dropped", Integer.toString(dropped)));
        outbox.lapse(number, by);
        parcels.unseal(number);
        if (rows.kept(number).isEmpty()) {
            shipments.cancelEmpty(number);
            acts.note(by, "cancelled", number, Map.of("rows", "0"));
        }
    }
}

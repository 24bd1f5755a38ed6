package jp.kakehashi.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on today: the documents that wait to be sent, those sent today, and whatever a sitting had in hand. */
@Service
@Profile("ward")
public class Agenda {

    private static final Set<ShipmentState> WAITING =
            EnumSet.of(ShipmentState.DECIDED, ShipmentState.SEALED, ShipmentState.RELEASED);

    private final Signings signings;
    private final Shipments shipments;
    private final Hours hours;
    private final Clock clock;

    Agenda(Signings signings, Shipments shipments, Hours hours, Clock clock) {
        this.signings = signings;
        this.shipments = shipments;
        this.hours = hours;
        this.clock = clock;
    }

    /** The documents of today, before anybody has sat down. */
    @Transactional(readOnly = true)
    public List<ToSend> today() {
        return among(List.of());
    }

    /** The documents of a sitting, and where the signing of each stands in it. */
    @Transactional(readOnly = true)
    public List<ToSend> of(UUID sitting) {
        return among(signings.in(sitting));
    }

    private List<ToSend> among(List<Signing> inHand) {
        Set<String> numbers = inHand.stream().map(Signing::controlNumber).collect(Collectors.toSet());
        return shipments.all().stream()
                .filter(shipment -> numbers.contains(shipment.controlNumber()) || isOfToday(shipment))
                .map(shipment -> toSend(shipment, inHand))
                .toList();
    }

    private boolean isOfToday(Shipment shipment) {
        return WAITING.contains(shipment.state())
                || shipment.postedAt()
                        .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                        .filter(LocalDate.now(clock)::equals)
                        .isPresent();
    }

    private ToSend toSend(Shipment shipment, List<Signing> inHand) {
        Optional<Signing> ofTheseBytes = inHand.stream()
                .filter(signing -> signing.controlNumber().equals(shipment.controlNumber()))
                .filter(signing -> shipment.seal()
                        .filter(seal -> seal.parcelSha256().equals(signing.parcelSha256()))
                        .isPresent())
                .findFirst();
        return new ToSend(
                shipment,
                shipments.droppedRows(shipment.controlNumber()),
                ofTheseBytes,
                shipment.release().map(Shipment.Release::lapsesAt).orElseGet(() -> hours.closing(shipment)));
    }
}

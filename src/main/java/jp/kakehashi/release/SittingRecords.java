package jp.kakehashi.release;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.people.People;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records of the sittings (送信立会記録); each look at one is in the chain (invariant 8). */
@Service
@Profile("ward")
public class SittingRecords {

    private final Signings signings;
    private final Shipments shipments;
    private final DecisionTable decisions;
    private final People people;
    private final Attendance attendance;
    private final Clock clock;

    SittingRecords(
            Signings signings,
            Shipments shipments,
            DecisionTable decisions,
            People people,
            Attendance attendance,
            Clock clock) {
        this.signings = signings;
        this.shipments = shipments;
        this.decisions = decisions;
        this.people = people;
        this.attendance = attendance;
        this.clock = clock;
    }

    /** Every sitting, the latest first, without its documents. */
    @Transactional(readOnly = true)
    public List<SittingRecord> all() {
        return signings.all().stream().map(held -> written(held, List.of())).toList();
    }

    /** The record of one sitting, whoever operated it, whether it has ended or not. */
    @Transactional
    public Optional<SittingRecord> of(UUID sitting, Actor viewer) {
        Optional<SittingRecord> found = signings.all().stream()
                .filter(held -> held.id().equals(sitting))
                .findFirst()
                .map(held -> written(held, signed(sitting)));
        found.ifPresent(record -> attendance.note(viewer, "record-viewed", sitting.toString(), Map.of()));
        return found;
    }

    private SittingRecord written(Signings.Held held, List<SittingRecord.Signed> documents) {
        return new SittingRecord(
                held.id(), official(held.operator(), held.openedAt()), held.openedAt(), held.endedAt(), documents);
    }

    private List<SittingRecord.Signed> signed(UUID sitting) {
        return signings.in(sitting).stream()
                .filter(signing -> signing.operatorSignedAt().isPresent())
                .map(this::signed)
                .toList();
    }

    /** Who only entered ID and password has confirmed nothing, and is no witness of it. */
    private SittingRecord.Signed signed(Signing signing) {
        Optional<Instant> at = signing.witnessSignedAt();
        return new SittingRecord.Signed(
                shipments.find(signing.controlNumber()).orElseThrow().kind(),
                decisions.find(signing.controlNumber()),
                signing,
                at.flatMap(moment -> signing.witness().map(account -> official(account, moment))),
                at.flatMap(moment -> signings.witnessedAfter(signing.controlNumber(), moment)));
    }

    private Official official(String account, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        return people.person(account)
                .map(person -> new Official(account, person.post(day), person.name()))
                .orElseThrow();
    }
}

package jp.kakehashi.release;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Incidents. Recording one stops ② under its agreement at once, and every kind where the recipient's address is in
 * doubt; each stop ends when the 保護管理者 lifts it. The clocks run on.
 */
@Service
@Profile("ward")
public class Incidents {

    private final IncidentTable incidents;
    private final Stops stops;
    private final Shipments shipments;
    private final Agreements agreements;
    private final Chain chain;
    private final Clock clock;

    Incidents(
            IncidentTable incidents,
            Stops stops,
            Shipments shipments,
            Agreements agreements,
            Chain chain,
            Clock clock) {
        this.incidents = incidents;
        this.stops = stops;
        this.shipments = shipments;
        this.agreements = agreements;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * What somebody noticed.
     *
     * @param controlNumber the shipment it befell
     * @param kinds what happened, one kind at least
     * @param at when it was noticed
     * @param by who noticed it, as a post or a body, without personal data
     * @param password whether the passwords went the same way
     * @param addressInDoubt whether the recipient's address may not be the recipient's
     */
    public record Notice(
            String controlNumber,
            Set<Incident.Kind> kinds,
            Instant at,
            String by,
            Incident.Password password,
            boolean addressInDoubt) {}

    /**
     * Records an incident and stops what it stops.
     *
     * @return a refusal where no kind is named, or it was noticed in the future
     * @throws IllegalArgumentException where there is no such shipment
     */
    @Transactional
    public Optional<Refusal> record(Notice notice, Actor by) {
        Shipment shipment = shipments
                .find(notice.controlNumber())
                .orElseThrow(() -> new IllegalArgumentException("there is no such shipment"));
        if (notice.kinds().isEmpty() || notice.at().isAfter(clock.instant())) {
            String why = notice.kinds().isEmpty() ? "事案の種類を1つ以上選んでください。" : "発覚の日時が、現在より後です。";
            chain.append(by, new Act("incident.refused", notice.controlNumber(), Map.of("why", why)));
            return Refusal.because(why);
        }
        Incident incident = incident(notice, shipment, by);
        incidents.add(incident);
        chain.append(by, recorded(incident));
        stop(incident, shipment.agreement(), by);
        return Refusal.none();
    }

    /** Every incident, the newest first. */
    public List<Incident> all() {
        return incidents.all();
    }

    /** One incident, to look at; the look is in the chain. */
    @Transactional
    public Optional<Incident> find(UUID incident, Actor viewer) {
        Optional<Incident> found = incidents.find(incident);
        found.ifPresent(one -> chain.append(
                viewer, new Act("incident.viewed", one.controlNumber(), Map.of("incident", incident.toString()))));
        return found;
    }

    /** The clocks of an incident as they stand now. */
    public List<IncidentClock> clocks(Incident incident) {
        Shipment shipment = shipments.find(incident.controlNumber()).orElseThrow();
        return IncidentClock.of(incident, agreements.of(shipment.agreement()), clock);
    }

    /**
     * The 保護管理者 records that a duty was done.
     *
     * @param on the day on which it was
     * @return a refusal where the person is no 保護管理者 today, the day is not between noticing and today, or it was done
     * @throws IllegalArgumentException where there is no such incident
     */
    @Transactional
    public Optional<Refusal> done(UUID incident, Incident.Duty duty, LocalDate on, Person by) {
        LocalDate today = LocalDate.now(clock);
        Incident found =
                incidents.find(incident).orElseThrow(() -> new IllegalArgumentException("there is no such incident"));
        if (!by.holds(Role.PRIVACY_MANAGER, today)) {
            return refused(found, by, "本日、保護管理者として登録されている人だけが記録できます。");
        }
        if (on.isAfter(today) || on.isBefore(LocalDate.ofInstant(found.noticedAt(), clock.getZone()))) {
            return refused(found, by, "発覚の日から本日までの日を記入してください。");
        }
        if (!incidents.done(incident, duty, on)) {
            return refused(found, by, "既に記録されています。");
        }
        Map<String, String> facts = Map.of("incident", incident.toString(), "duty", duty.name(), "on", on.toString());
        chain.append(by.as(Role.PRIVACY_MANAGER, today), new Act("incident.done", found.controlNumber(), facts));
        return Refusal.none();
    }

    private Incident incident(Notice notice, Shipment shipment, Actor by) {
        return new Incident(
                UUID.randomUUID(),
                shipment.controlNumber(),
                Set.copyOf(notice.kinds()),
                notice.at(),
                notice.by().strip(),
                shipment.rows(),
                notice.password(),
                notice.addressInDoubt(),
                clock.instant(),
                by.account(),
                Map.of());
    }

    private static Act recorded(Incident incident) {
        Map<String, String> facts = Map.of(
                "incident", incident.id().toString(),
                "kinds", IncidentTable.written(incident.kinds()),
                "noticed", incident.noticedAt().toString(),
                "persons", Integer.toString(incident.persons()),
                "password", incident.password().name(),
                "address-in-doubt", Boolean.toString(incident.addressInDoubt()));
        return new Act(
                "incident.recorded", incident.controlNumber(), facts, Map.of("noticed-by", incident.noticedBy()));
    }

    private void stop(Incident incident, String agreement, Actor by) {
        String what =
                incident.kinds().stream().sorted().map(Incident.Kind::label).collect(Collectors.joining("・"));
        String reason = "送付 " + incident.controlNumber() + "：" + what;
        stops.raise(agreement, Stop.Scope.PROVISION, Optional.of(incident.id()), reason, by);
        if (incident.addressInDoubt()) {
            stops.raise(agreement, Stop.Scope.EVERY_KIND, Optional.of(incident.id()), reason, by);
        }
    }

    private Optional<Refusal> refused(Incident incident, Person by, String why) {
        chain.append(by.inNoRole(), new Act("incident.refused", incident.controlNumber(), Map.of("why", why)));
        return Refusal.because(why);
    }
}

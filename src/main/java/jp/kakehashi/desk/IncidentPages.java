package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.AUDITOR;
import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;
import static jp.kakehashi.people.Role.WITNESS;

import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.Incident;
import jp.kakehashi.release.Incidents;
import jp.kakehashi.release.Stop;
import jp.kakehashi.release.Stops;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 漏えい等の事案: recording one, its clocks, and one page with the facts that the report asks for. */
@Controller
@Profile("ward")
class IncidentPages {

    private final Incidents incidents;
    private final Stops stops;
    private final Shipments shipments;
    private final Agreements agreements;
    private final Clock clock;

    IncidentPages(Incidents incidents, Stops stops, Shipments shipments, Agreements agreements, Clock clock) {
        this.incidents = incidents;
        this.stops = stops;
        this.shipments = shipments;
        this.agreements = agreements;
        this.clock = clock;
    }

    @Bean
    @Order(360)
    static Place incidentsPlace() {
        return Place.of("/incidents", "incidents", HANDLER, WITNESS, PRIVACY_MANAGER, AUDITOR)
                .in(PlaceGroup.WATCH);
    }

    @GetMapping("/incidents")
    String all(Model model) {
        model.addAttribute("incidents", incidents.all());
        model.addAttribute("desk", incidents);
        return "incidents";
    }

    @GetMapping("/incidents/new/{number}")
    String form(@Holding({HANDLER, WITNESS, PRIVACY_MANAGER}) Actor by, @PathVariable String number, Model model) {
        model.addAttribute("shipment", Found.in(shipments.find(number)));
        model.addAttribute("kinds", Incident.Kind.values());
        model.addAttribute("passwords", Incident.Password.values());
        return "incident-new";
    }

    @PostMapping("/incidents/new/{number}")
    String record(
            @Holding({HANDLER, WITNESS, PRIVACY_MANAGER}) Actor by,
            @PathVariable String number,
            @RequestParam(defaultValue = "") Set<Incident.Kind> kinds,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime noticedAt,
            @RequestParam @Written @Size(max = 200) String noticedBy,
            @RequestParam Incident.Password password,
            @RequestParam(defaultValue = "false") boolean addressInDoubt,
            RedirectAttributes flash) {
        Incidents.Notice notice = new Incidents.Notice(
                number, kinds, noticedAt.atZone(clock.getZone()).toInstant(), noticedBy, password, addressInDoubt);
        return Found.known(() -> incidents.record(notice, by))
                .map(no -> Afterwards.at("/incidents/new/" + number, no.reason(), flash))
                .orElseGet(() -> Afterwards.at("/incidents"));
    }

    /** The facts for the report, on one page to be printed. */
    @GetMapping("/incidents/{id}")
    String one(
            @Holding({HANDLER, WITNESS, PRIVACY_MANAGER, AUDITOR}) Actor viewer, @PathVariable UUID id, Model model) {
        Incident incident = Found.in(incidents.find(id, viewer));
        Shipment shipment = Found.in(shipments.find(incident.controlNumber()));
        model.addAttribute("incident", incident);
        model.addAttribute("clocks", incidents.clocks(incident));
        model.addAttribute("stops", raisedBy(incident, shipment));
        model.addAttribute("shipment", shipment);
        model.addAttribute("agreement", agreements.of(shipment.agreement()));
        model.addAttribute("manager", viewer.role().equals(PRIVACY_MANAGER.name()));
        model.addAttribute("today", LocalDate.now(clock));
        return "incident";
    }

    @PostMapping("/incidents/{id}/done")
    String done(
            @Holding(PRIVACY_MANAGER) Person manager,
            @PathVariable UUID id,
            @RequestParam Incident.Duty duty,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            RedirectAttributes flash) {
        return Afterwards.at("/incidents/" + id, Found.known(() -> incidents.done(id, duty, on, manager)), flash);
    }

    private List<Stop> raisedBy(Incident incident, Shipment shipment) {
        return stops.of(shipment.agreement()).stream()
                .filter(stop -> stop.incident().filter(incident.id()::equals).isPresent())
                .toList();
    }
}

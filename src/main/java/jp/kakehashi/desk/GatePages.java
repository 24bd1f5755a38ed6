package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.AUDITOR;
import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;
import static jp.kakehashi.people.Role.WITNESS;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.people.Person;
import jp.kakehashi.release.ChecklistAnswer;
import jp.kakehashi.release.ChecklistItem;
import jp.kakehashi.release.Checklists;
import jp.kakehashi.release.Gates;
import jp.kakehashi.release.Passage;
import jp.kakehashi.release.Stop;
import jp.kakehashi.release.Stops;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 提供の条件と停止: the checklist, what stands against ② today, stops. Answering, stopping and lifting are the chief's. */
@Controller
@Profile("ward")
class GatePages {

    private static final String SHA_256 = "[0-9a-f]{64}";
    private static final String GATES = "/gates";

    private final Gates gates;
    private final Checklists checklists;
    private final Stops stops;
    private final Agreements agreements;
    private final Clock clock;

    GatePages(Gates gates, Checklists checklists, Stops stops, Agreements agreements, Clock clock) {
        this.gates = gates;
        this.checklists = checklists;
        this.stops = stops;
        this.agreements = agreements;
        this.clock = clock;
    }

    @Bean
    @Order(350)
    static Place gatesPlace() {
        return Place.of(GATES, "gates", HANDLER, WITNESS, PRIVACY_MANAGER, AUDITOR)
                .in(PlaceGroup.WATCH);
    }

    /** One agreement as the page shows it. */
    record Guarded(Agreement agreement, Passage provision, List<ChecklistItem> checklist, List<Stop> stops) {}

    @GetMapping(GATES)
    String show(@Holding({HANDLER, WITNESS, PRIVACY_MANAGER, AUDITOR}) Person person, Model model) {
        model.addAttribute(
                "guarded", agreements.all().stream().map(this::guarded).toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("manager", person.holds(PRIVACY_MANAGER, LocalDate.now(clock)));
        return "gates";
    }

    @PostMapping("/gates/{agreement}/checklist")
    String answer(
            @Holding(PRIVACY_MANAGER) Person manager,
            @PathVariable String agreement,
            @RequestParam @Pattern(regexp = SHA_256) String line,
            @RequestParam ChecklistAnswer.Verdict verdict,
            @RequestParam LocalDate on,
            @RequestParam @Written @Size(max = 400) String evidence,
            RedirectAttributes flash) {
        return Afterwards.at(
                GATES, Found.known(() -> checklists.answer(agreement, line, verdict, on, evidence, manager)), flash);
    }

    @PostMapping("/gates/{agreement}/stop")
    String stop(
            @Holding(PRIVACY_MANAGER) Person manager,
            @PathVariable String agreement,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        Found.known(() -> agreements.of(agreement));
        return Afterwards.at(GATES, stops.raise(agreement, reason, manager), flash);
    }

    @PostMapping("/gates/stops/{stop}/lift")
    String lift(
            @Holding(PRIVACY_MANAGER) Person manager,
            @PathVariable UUID stop,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        return Afterwards.at(GATES, Found.known(() -> stops.lift(stop, reason, manager)), flash);
    }

    private Guarded guarded(Agreement agreement) {
        return new Guarded(
                agreement,
                gates.passage(agreement, DocumentKind.PROVISION),
                checklists.of(agreement),
                stops.of(agreement.id()));
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.PRIVACY_MANAGER;

import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.calendar.FiscalYear;
import jp.kakehashi.people.Person;
import jp.kakehashi.release.Decision;
import jp.kakehashi.release.Reviews;
import jp.kakehashi.release.StandingDecision;
import jp.kakehashi.release.StandingDecisions;
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

/** What the 保護管理者 has to look at afterwards (後閲), and what they decided beforehand (包括的な決裁). */
@Controller
@Profile("ward")
class ChiefPages {

    private static final String DECISIONS = "/decisions";

    private final Reviews reviews;
    private final StandingDecisions standing;
    private final Agreements agreements;
    private final Clock clock;

    ChiefPages(Reviews reviews, StandingDecisions standing, Agreements agreements, Clock clock) {
        this.reviews = reviews;
        this.standing = standing;
        this.agreements = agreements;
        this.clock = clock;
    }

    @Bean
    @Order(320)
    static Place decisionsPlace() {
        return Place.of(DECISIONS, "decisions", PRIVACY_MANAGER);
    }

    @Bean
    static Reminder.Of reviewReminder(Reviews reviews) {
        return () -> new Reminder(
                "reviews.some",
                DECISIONS,
                reviews.open().stream().map(Decision::controlNumber).toList());
    }

    /** One agreement, the kinds it lets run under a standing decision, and those there are. */
    record Standing(Agreement agreement, List<DocumentKind> kinds, List<StandingDecision> decisions) {}

    @GetMapping(DECISIONS)
    String show(@Holding(PRIVACY_MANAGER) Person chief, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<Decision> open = reviews.open();
        model.addAttribute("open", open);
        model.addAttribute("ages", ages(open, today));
        model.addAttribute(
                "standing", agreements.all().stream().map(this::standing).toList());
        model.addAttribute("today", today);
        model.addAttribute("lastDay", FiscalYear.of(today).last());
        return "decisions";
    }

    @PostMapping("/decisions/{agreement}/standing")
    String make(
            @Holding(PRIVACY_MANAGER) Person chief,
            @PathVariable String agreement,
            @RequestParam DocumentKind kind,
            @RequestParam(defaultValue = "") @Size(max = 100) String documentNumber,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            RedirectAttributes flash) {
        return Afterwards.at(
                DECISIONS,
                Found.known(() -> standing.make(agreement, kind, documentNumber, from, until, chief)),
                flash);
    }

    @PostMapping("/decisions/standing/{id}/end")
    String end(@Holding(PRIVACY_MANAGER) Person chief, @PathVariable UUID id, RedirectAttributes flash) {
        return Afterwards.at(DECISIONS, Found.known(() -> standing.end(id, chief)), flash);
    }

    private Standing standing(Agreement agreement) {
        List<DocumentKind> kinds = Arrays.stream(DocumentKind.values())
                .filter(agreement.release()::mayStand)
                .toList();
        return new Standing(agreement, kinds, standing.of(agreement.id()));
    }

    /** Control number → days since the deputy decided. */
    private Map<String, Long> ages(List<Decision> open, LocalDate today) {
        return open.stream()
                .collect(Collectors.toMap(
                        Decision::controlNumber,
                        one -> ChronoUnit.DAYS.between(LocalDate.ofInstant(one.at(), clock.getZone()), today)));
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;

import jakarta.validation.constraints.NotEmpty;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakehashi.casefile.Assignments;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 担当者: who is in charge of how many cases, and handing them over. */
@Controller
@Profile("ward")
class OfficerPages {

    private static final String PATH = "/cases/officers";
    private static final String NO_HANDLER = "引き継ぐ相手は、本日取扱者である人から選んでください。";

    private final Assignments assignments;
    private final People people;
    private final Clock clock;

    OfficerPages(Assignments assignments, People people, Clock clock) {
        this.assignments = assignments;
        this.people = people;
        this.clock = clock;
    }

    /** Who may take over a case today. */
    @ModelAttribute("handlers")
    List<Person> handlers() {
        return people.holding(HANDLER, LocalDate.now(clock));
    }

    @GetMapping(PATH)
    String all(@Holding({HANDLER, PRIVACY_MANAGER}) Actor viewer, Model model) {
        model.addAttribute("load", assignments.load());
        return "officers";
    }

    @PostMapping(PATH)
    String handOver(
            @Holding({HANDLER, PRIVACY_MANAGER}) Actor by,
            @RequestParam String from,
            @RequestParam String to,
            RedirectAttributes flash) {
        if (isHandler(to)) {
            assignments.handOver(from, to, by);
            return Afterwards.at(PATH);
        }
        return Afterwards.at(PATH, NO_HANDLER, flash);
    }

    @PostMapping(PATH + "/assign")
    String assign(
            @Holding({HANDLER, PRIVACY_MANAGER}) Actor by,
            @RequestParam("case") @NotEmpty List<UUID> cases,
            @RequestParam String to,
            RedirectAttributes flash) {
        if (isHandler(to)) {
            assignments.assign(cases, to, by);
            return Afterwards.at("/cases");
        }
        return Afterwards.at("/cases", NO_HANDLER, flash);
    }

    private boolean isHandler(String account) {
        return handlers().stream().anyMatch(person -> person.account().equals(account));
    }
}

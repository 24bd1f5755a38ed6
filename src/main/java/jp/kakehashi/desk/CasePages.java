package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;

import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.CaseView;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The case files: how many stand where, the list of a state, one case. Each look at people is in the chain. */
@Controller
@Profile("ward")
class CasePages {

    private static final String NOT_SET_APART = "この案件に、終える要配慮の登録はありません。";

    private final Cases cases;
    private final People people;
    private final Clock clock;

    CasePages(Cases cases, People people, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/cases")
    String in(
            @Holding({HANDLER, PRIVACY_MANAGER}) Actor viewer,
            @RequestParam(defaultValue = "CANDIDATE") CaseState state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("mine", mine);
        return list(Leaf.of(cases.in(state, mine, viewer), page), state, viewer, model);
    }

    /** The same list on one leaf, for paper. */
    @GetMapping("/cases/print")
    String toPrint(
            @Holding({HANDLER, PRIVACY_MANAGER}) Actor viewer,
            @RequestParam(defaultValue = "CANDIDATE") CaseState state,
            @RequestParam(defaultValue = "false") boolean mine,
            Model model) {
        model.addAttribute("mine", mine);
        return list(Leaf.whole(cases.in(state, mine, viewer)), state, viewer, model);
    }

    @GetMapping("/cases/{id}")
    String one(@Holding({HANDLER, PRIVACY_MANAGER}) Actor viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("one", Found.known(() -> cases.show(id, viewer)));
        return "case";
    }

    /** The chief's word that no circumstance of the proviso applies any longer. */
    @PostMapping("/cases/{id}/circumstance-ended")
    String endCircumstance(
            @Holding(PRIVACY_MANAGER) Actor manager,
            @PathVariable UUID id,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        String path = "/cases/" + id;
        return cases.endCircumstance(id, reason, manager)
                ? Afterwards.at(path)
                : Afterwards.at(path, NOT_SET_APART, flash);
    }

    private String list(Leaf<CaseView> leaf, CaseState state, Actor viewer, Model model) {
        Map<CaseState, Integer> counts = new EnumMap<>(CaseState.class);
        for (CaseState one : CaseState.values()) {
            counts.put(one, 0);
        }
        counts.putAll(cases.counts().byState());
        model.addAttribute("counts", counts);
        model.addAttribute("state", state);
        model.addAttribute("cases", leaf);
        model.addAttribute("handlers", people.holding(HANDLER, LocalDate.now(clock)));
        model.addAttribute("mayConfirm", viewer.role().equals(Role.HANDLER.name()));
        return "cases";
    }
}

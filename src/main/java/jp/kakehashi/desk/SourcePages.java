package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.OPERATIONS;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Extracts;
import jp.kakehashi.source.Holds;
import jp.kakehashi.source.Source;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** データの取込み: what waits for a person, who has vanished, what became of the extracts. In counts; no person's data. */
@Controller
@Profile("ward")
class SourcePages {

    private static final String PATH = "/source";
    private static final String NO_LONGER = "この読み取りは、もう判断を待っていません。";

    private final Source source;
    private final Holds holds;
    private final Extracts extracts;
    private final Cases cases;

    SourcePages(Source source, Holds holds, Extracts extracts, Cases cases) {
        this.source = source;
        this.holds = holds;
        this.extracts = extracts;
        this.cases = cases;
    }

    @GetMapping(PATH)
    String all(@Holding({HANDLER, PRIVACY_MANAGER, OPERATIONS}) Actor viewer, Model model) {
        model.addAttribute("holds", holds.newest());
        model.addAttribute("mayDecide", !viewer.role().equals(OPERATIONS.name()));
        model.addAttribute("vanished", cases.vanished(source.vanishedPeople()));
        model.addAttribute("extracts", extracts.newest());
        return "source";
    }

    @PostMapping(PATH + "/{id}/release")
    String release(
            @Holding({HANDLER, PRIVACY_MANAGER}) Actor officer,
            @PathVariable UUID id,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        return decided(holds.release(id, reason, officer), flash);
    }

    @PostMapping(PATH + "/{id}/discard")
    String discard(
            @Holding({HANDLER, PRIVACY_MANAGER}) Actor officer,
            @PathVariable UUID id,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        return decided(holds.discard(id, reason, officer), flash);
    }

    private static String decided(boolean done, RedirectAttributes flash) {
        return done ? Afterwards.at(PATH) : Afterwards.at(PATH, NO_LONGER, flash);
    }
}

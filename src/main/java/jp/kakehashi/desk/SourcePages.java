package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.OPERATIONS;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;

import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Extracts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** データの取込み: what became of the extracts. No person's data. */
@Controller
@Profile("ward")
class SourcePages {

    private static final String PATH = "/source";

    private final Extracts extracts;

    SourcePages(Extracts extracts) {
        this.extracts = extracts;
    }

    @GetMapping(PATH)
    String all(@Holding({HANDLER, PRIVACY_MANAGER, OPERATIONS}) Actor viewer, Model model) {
        model.addAttribute("extracts", extracts.newest());
        return "source";
    }
}

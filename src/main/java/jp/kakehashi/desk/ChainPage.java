package jp.kakehashi.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.BrokenChainException;
import jp.kakehashi.register.Chain;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 操作記録: the auditor takes the chain away as a file, to be checked elsewhere with {@code hub verify}. */
@Controller
class ChainPage {

    private final Chain chain;
    private final DeskActs acts;
    private final Clock clock;

    ChainPage(Chain chain, DeskActs acts, Clock clock) {
        this.chain = chain;
        this.acts = acts;
        this.clock = clock;
    }

    @Bean
    @Order(900)
    static Place chainPlace() {
        return Place.of("/chain", "chain", Role.AUDITOR).in(PlaceGroup.RECORDS);
    }

    @GetMapping("/chain")
    String show() {
        return "chain";
    }

    /**
     * Writes the file; that it was taken is its own last entry. A chain that no longer follows is not signed, and so not
     * given out: the page says which entry.
     */
    @PostMapping("/chain/export")
    String export(@AuthenticationPrincipal SignedIn who, HttpServletResponse response, RedirectAttributes flash)
            throws IOException {
        acts.append(who.as(Role.AUDITOR), new Act("chain-exported", "chain"));
        response.setContentType("application/x-ndjson");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"kakehashi-chain-%s.jsonl\"".formatted(LocalDate.now(clock)));
        try {
            chain.export(response.getOutputStream());
            return null; // the file is the answer
        } catch (BrokenChainException e) {
            acts.append(who.as(Role.AUDITOR), new Act("chain-export-refused", "chain"));
            flash.addFlashAttribute("refusal", e.getMessage());
            return Afterwards.at("/chain");
        }
    }
}

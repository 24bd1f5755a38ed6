package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.RECEIVER;

import jakarta.validation.constraints.Size;
import java.util.Locale;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.bureau.PasswordPairs;
import jp.kakehashi.register.Actor;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** パスワード表: typed in once, from the paper of the envelope. It is never shown again, not even where a line was wrong. */
@Controller
@Profile("bureau")
class PasswordPairPages {

    private static final String PATH = "/password-pairs";

    private final PasswordPairs pairs;
    private final Agreements agreements;
    private final MessageSource words;

    PasswordPairPages(PasswordPairs pairs, Agreements agreements, MessageSource words) {
        this.pairs = pairs;
        this.agreements = agreements;
        this.words = words;
    }

    @GetMapping(PATH)
    String table(@Holding(RECEIVER) Actor receiver, Model model) {
        Agreement agreement = agreements.only();
        model.addAttribute("agreed", agreement.passwords().fromTable());
        model.addAttribute("incoming", pairs.unusedIncoming(agreement));
        model.addAttribute("outgoing", pairs.unusedOutgoing(agreement));
        return "password-pairs";
    }

    @PostMapping(PATH)
    String load(
            @Holding(RECEIVER) Actor receiver,
            @RequestParam @Written @Size(max = 20_000) String table,
            Locale locale,
            RedirectAttributes flash) {
        PasswordPairs.Loaded result = pairs.load(agreements.only(), table, receiver);
        if (!result.loaded().isEmpty()) {
            Object[] numbers = {result.loaded().size(), String.join("、", result.loaded())};
            flash.addFlashAttribute("done", words.getMessage("password-pairs.done", numbers, locale));
        }
        flash.addFlashAttribute("faults", result.faults());
        return Afterwards.at(PATH);
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.PRIVACY_MANAGER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.PasswordTable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** パスワード表: made, printed for sealed envelopes, handed over. */
@Controller
@Profile("ward")
@RequestMapping("/password-table")
class PasswordTablePages {

    private static final int MOST = 100;

    private final PasswordTable table;
    private final Agreements agreements;

    PasswordTablePages(PasswordTable table, Agreements agreements) {
        this.table = table;
        this.agreements = agreements;
    }

    @GetMapping
    String table(@Holding(PRIVACY_MANAGER) Actor manager, Model model) {
        model.addAttribute("agreed", agreements.only().passwords().fromTable());
        model.addAttribute("left", table.left(agreements.only()));
        return "password-table";
    }

    @PostMapping("/make")
    String make(@Holding(PRIVACY_MANAGER) Actor manager, @RequestParam @Min(1) @Max(MOST) int pairs) {
        table.make(agreements.only(), pairs, manager);
        return Afterwards.at("/password-table");
    }

    /** Shown in answer to the form itself: a redirect would leave an address that shows passwords. */
    @PostMapping("/sheet")
    String sheet(@Holding(PRIVACY_MANAGER) Actor manager, Model model) {
        model.addAttribute("pairs", table.sheet(agreements.only(), manager));
        return "password-sheet";
    }

    /** Reloaded, the sheet is gone. */
    @GetMapping("/sheet")
    String sheetAgain(@Holding(PRIVACY_MANAGER) Actor manager) {
        return Afterwards.at("/password-table");
    }

    @PostMapping("/handed-over")
    String handedOver(@Holding(PRIVACY_MANAGER) Actor manager, RedirectAttributes flash) {
        return Afterwards.at("/password-table", table.handedOver(agreements.only(), manager), flash);
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.AUDITOR;
import static jp.kakehashi.people.Role.DEPUTY;
import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;
import static jp.kakehashi.people.Role.WITNESS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.Decision;
import jp.kakehashi.release.Decisions;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.NilNotices;
import jp.kakehashi.shipment.Overdue;
import jp.kakehashi.shipment.PasswordTable;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.Shipments;
import jp.kakehashi.shipment.TestExchanges;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 送付: all that is or was sent, and drafting. */
@Controller
@Profile("ward")
class ShipmentPages {

    private final Shipments shipments;
    private final Drafting drafting;
    private final TestExchanges testExchanges;
    private final NilNotices nilNotices;
    private final Overdue overdue;
    private final PasswordTable table;
    private final Decisions decisions;
    private final Agreements agreements;
    private final Clock clock;

    ShipmentPages(
            Shipments shipments,
            Drafting drafting,
            TestExchanges testExchanges,
            NilNotices nilNotices,
            Overdue overdue,
            PasswordTable table,
            Decisions decisions,
            Agreements agreements,
            Clock clock) {
        this.shipments = shipments;
        this.drafting = drafting;
        this.testExchanges = testExchanges;
        this.nilNotices = nilNotices;
        this.overdue = overdue;
        this.table = table;
        this.decisions = decisions;
        this.agreements = agreements;
        this.clock = clock;
    }

    @GetMapping("/shipments")
    String all(
            @Holding({HANDLER, WITNESS, PRIVACY_MANAGER, DEPUTY, AUDITOR}) Person person,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Leaf<Shipment> leaf = Leaf.of(shipments.all(), page);
        model.addAttribute("shipments", leaf);
        model.addAttribute("decisions", decided(leaf));
        model.addAttribute("prospect", drafting.prospect());
        model.addAttribute("mayDraft", person.holds(HANDLER, LocalDate.now(clock)));
        model.addAttribute("overdue", overdue.numbers());
        Agreement agreement = agreements.only();
        model.addAttribute("fullList", agreement.documents().provisionIsFullList());
        model.addAttribute("tableWarning", table.warning(agreement));
        model.addAttribute("nilNotice", agreement.documents().nilNotice().isPresent());
        model.addAttribute("noNilNotice", nilNotices.barred().map(Refusal::reason));
        model.addAttribute("methods", agreement.zip().methods());
        model.addAttribute("untested", untested(agreement, agreement.zip().method()));
        model.addAttribute("otherUntested", agreement.zip().other().flatMap(other -> untested(agreement, other)));
        return "shipments";
    }

    /** Drafts a ② of the cases ticked, or of all that are confirmed where none is. */
    @PostMapping("/shipments")
    String draft(
            @Holding(HANDLER) Actor drafter,
            @RequestParam(name = "case", required = false) Set<UUID> ticked,
            RedirectAttributes flash) {
        Set<UUID> chosen = ticked == null || ticked.isEmpty()
                ? Set.copyOf(drafting.prospect().added())
                : ticked;
        return Afterwards.at(drafting.draftProvision(chosen, drafter), flash);
    }

    /** Control number → its decision, where there is one. */
    private Map<String, Decision> decided(Leaf<Shipment> leaf) {
        Map<String, Decision> decided = new HashMap<>();
        leaf.items()
                .forEach(shipment -> decisions
                        .of(shipment.controlNumber())
                        .ifPresent(decision -> decided.put(shipment.controlNumber(), decision)));
        return decided;
    }

    private Optional<String> untested(Agreement agreement, ZipMethod method) {
        return testExchanges.missing(agreement, method).map(Refusal::reason);
    }
}

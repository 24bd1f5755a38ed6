package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.AUDITOR;
import static jp.kakehashi.people.Role.DEPUTY;
import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;
import static jp.kakehashi.people.Role.WITNESS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.Decision;
import jp.kakehashi.release.Decisions;
import jp.kakehashi.release.Gates;
import jp.kakehashi.release.Passage;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.HandingOver;
import jp.kakehashi.shipment.NilNotices;
import jp.kakehashi.shipment.Overdue;
import jp.kakehashi.shipment.PasswordTable;
import jp.kakehashi.shipment.Reconciling;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Reopening;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentRow;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import jp.kakehashi.shipment.TestExchanges;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 送付: what is or was sent, and drafting. */
@Controller
@Profile("ward")
class ShipmentPages {

    private static final List<String> CHANNELS = List.of("TELEPHONE", "MAIL", "IN_PERSON");
    private static final Set<ShipmentState> UNSENT =
            EnumSet.of(ShipmentState.DRAFTED, ShipmentState.DECIDED, ShipmentState.SEALED, ShipmentState.RELEASED);
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final Shipments shipments;
    private final Drafting drafting;
    private final TestExchanges testExchanges;
    private final NilNotices nilNotices;
    private final HandingOver handingOver;
    private final Reopening reopening;
    private final Overdue overdue;
    private final PasswordTable table;
    private final Decisions decisions;
    private final Gates gates;
    private final Reconciling reconciling;
    private final Outbox outbox;
    private final Cases cases;
    private final Agreements agreements;
    private final Clock clock;

    ShipmentPages(
            Shipments shipments,
            Drafting drafting,
            TestExchanges testExchanges,
            NilNotices nilNotices,
            HandingOver handingOver,
            Reopening reopening,
            Overdue overdue,
            PasswordTable table,
            Decisions decisions,
            Gates gates,
            Reconciling reconciling,
            Outbox outbox,
            Cases cases,
            Agreements agreements,
            Clock clock) {
        this.shipments = shipments;
        this.drafting = drafting;
        this.testExchanges = testExchanges;
        this.nilNotices = nilNotices;
        this.handingOver = handingOver;
        this.reopening = reopening;
        this.overdue = overdue;
        this.table = table;
        this.decisions = decisions;
        this.gates = gates;
        this.reconciling = reconciling;
        this.outbox = outbox;
        this.cases = cases;
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

    /**
     * One shipment.
     *
     * @param rows which leaf of its people to show; their view is in the chain. Whoever is asked to decide a draft, or to
     *     look at what a deputy decided, sees them at once
     */
    @GetMapping("/shipments/{number}")
    String one(
            @Holding({HANDLER, WITNESS, PRIVACY_MANAGER, DEPUTY, AUDITOR}) Person person,
            @PathVariable String number,
            @RequestParam Optional<Integer> rows,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        Shipment shipment = Found.in(shipments.find(number));
        Offers offers = Offers.of(shipment, person, today);
        model.addAttribute("shipment", shipment);
        model.addAttribute("offers", offers);
        model.addAttribute("again", shipments.standingAgain(number));
        model.addAttribute("told", handingOver.of(number));
        model.addAttribute("lgwan", testExchanges.pathOf(number));
        model.addAttribute("letters", outbox.letters(number));
        model.addAttribute("items", agreements.of(shipment.agreement()).columns());
        model.addAttribute("channels", CHANNELS);
        model.addAttribute("reconciliation", offers.sitting() && isToBeReconciled(shipment));
        if (shipment.sealWanted() || shipment.state() == ShipmentState.RELEASED) {
            model.addAttribute("refresh", SECONDS_BETWEEN_LOOKS);
        }
        if (offers.reopening()) {
            model.addAttribute("next", reopening.next(number).orElseThrow());
            model.addAttribute("pair", reopening.passwordNumber(number));
            model.addAttribute("afresh", reopening.afreshBy(shipment));
        }
        if (UNSENT.contains(shipment.state())) {
            Passage passage = gates.passage(agreements.of(shipment.agreement()), shipment.kind());
            model.addAttribute("passage", passage);
            model.addAttribute("mayGoBack", passage instanceof Passage.Warned && person.holds(PRIVACY_MANAGER, today));
        }
        boolean review = showDecision(shipment, offers, person, model);
        if (offers.rows() && (rows.isPresent() || offers.deciding() || review)) {
            Actor viewer = viewer(person, today);
            Leaf<ShipmentRow> leaf = Leaf.of(shipments.rows(number, viewer), rows.orElse(1));
            model.addAttribute("rows", leaf);
            model.addAttribute("whys", offers.deciding() || review ? whyNotSuspended(shipment, leaf) : Map.of());
            model.addAttribute("dropped", shipments.dropped(number, viewer));
        }
        return "shipment";
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

    /** Shows how it was decided, or asks for it; whether this person is to look at what a deputy decided. */
    private boolean showDecision(Shipment shipment, Offers offers, Person person, Model model) {
        Optional<Decision> decision = decisions.of(shipment.controlNumber());
        boolean review = person.holds(PRIVACY_MANAGER, LocalDate.now(clock))
                && decision.filter(Decision::awaitsReview)
                        .filter(one -> !one.by().account().equals(person.account()))
                        .isPresent();
        model.addAttribute("decision", decision.orElse(null));
        model.addAttribute("review", review);
        if (offers.deciding() && shipment.kind() == DocumentKind.PROVISION) {
            model.addAttribute("headcount", decisions.headcount(shipment));
        }
        return review;
    }

    private static Actor viewer(Person person, LocalDate today) {
        return Stream.of(HANDLER, PRIVACY_MANAGER, DEPUTY)
                .filter(role -> person.holds(role, today))
                .findFirst()
                .map(role -> person.as(role, today))
                .orElseThrow();
    }

    private Optional<String> untested(Agreement agreement, ZipMethod method) {
        return testExchanges.missing(agreement, method).map(Refusal::reason);
    }

    /** What stays inside, for whoever decides; a test exchange is about nobody's case. */
    private Map<UUID, String> whyNotSuspended(Shipment shipment, Leaf<ShipmentRow> leaf) {
        List<UUID> people = leaf.items().stream().map(ShipmentRow::caseId).toList();
        return shipment.kind() == DocumentKind.TEST ? Map.of() : cases.whyNotSuspended(people);
    }

    private boolean isToBeReconciled(Shipment shipment) {
        return shipment.state() == ShipmentState.SEALED
                && shipment.seal()
                        .filter(seal -> reconciling.isMissing(shipment.controlNumber(), seal.parcelSha256()))
                        .isPresent();
    }
}

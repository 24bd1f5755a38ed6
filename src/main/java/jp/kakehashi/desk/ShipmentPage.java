package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.AUDITOR;
import static jp.kakehashi.people.Role.DEPUTY;
import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;
import static jp.kakehashi.people.Role.WITNESS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.Decision;
import jp.kakehashi.release.Decisions;
import jp.kakehashi.release.Gates;
import jp.kakehashi.release.Passage;
import jp.kakehashi.shipment.HandingOver;
import jp.kakehashi.shipment.Reconciling;
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
import org.springframework.web.bind.annotation.RequestParam;

/** One 送付: what it is, and what there is to do about it. */
@Controller
@Profile("ward")
class ShipmentPage {

    private static final List<String> CHANNELS = List.of("TELEPHONE", "MAIL", "IN_PERSON");
    private static final Set<ShipmentState> UNSENT =
            EnumSet.of(ShipmentState.DRAFTED, ShipmentState.DECIDED, ShipmentState.SEALED, ShipmentState.RELEASED);
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final Shipments shipments;
    private final Decisions decisions;
    private final Gates gates;
    private final Reconciling reconciling;
    private final Reopening reopening;
    private final HandingOver handingOver;
    private final TestExchanges testExchanges;
    private final Outbox outbox;
    private final Cases cases;
    private final Agreements agreements;
    private final Clock clock;

    ShipmentPage(
            Shipments shipments,
            Decisions decisions,
            Gates gates,
            Reconciling reconciling,
            Reopening reopening,
            HandingOver handingOver,
            TestExchanges testExchanges,
            Outbox outbox,
            Cases cases,
            Agreements agreements,
            Clock clock) {
        this.shipments = shipments;
        this.decisions = decisions;
        this.gates = gates;
        this.reconciling = reconciling;
        this.reopening = reopening;
        this.handingOver = handingOver;
        this.testExchanges = testExchanges;
        this.outbox = outbox;
        this.cases = cases;
        this.agreements = agreements;
        this.clock = clock;
    }

    /**
     * Shows it.
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
        Shipment shipment = Found.in(shipments.find(number));
        Offers offers = Offers.of(shipment, person, LocalDate.now(clock));
        model.addAttribute("shipment", shipment);
        model.addAttribute("offers", offers);
        showOutline(shipment, offers, model);
        showReopening(shipment, offers, model);
        showPassage(shipment, person, model);
        boolean review = showDecision(shipment, offers, person, model);
        boolean asked = offers.deciding() || review;
        if (offers.rows() && (rows.isPresent() || asked)) {
            showRows(shipment, person, asked, rows.orElse(1), model);
        } else if (shipment.sealWanted() || shipment.state() == ShipmentState.RELEASED) {
            // Never with the rows: each time they are shown is a view of its own in the chain.
            model.addAttribute("refresh", SECONDS_BETWEEN_LOOKS);
        }
        return "shipment";
    }

    private void showOutline(Shipment shipment, Offers offers, Model model) {
        String number = shipment.controlNumber();
        model.addAttribute("again", shipments.standingAgain(number));
        model.addAttribute("told", handingOver.of(number));
        model.addAttribute("lgwan", testExchanges.pathOf(number));
        model.addAttribute("letters", outbox.letters(number));
        model.addAttribute("channels", CHANNELS);
        model.addAttribute("reconciliation", offers.sitting() && isToBeReconciled(shipment));
    }

    private void showReopening(Shipment shipment, Offers offers, Model model) {
        if (offers.reopening()) {
            String number = shipment.controlNumber();
            model.addAttribute("next", reopening.next(number).orElseThrow());
            model.addAttribute("pair", reopening.passwordNumber(number));
            model.addAttribute("afresh", reopening.afreshBy(shipment));
        }
    }

    /** Shows what stands against what has not been sent. */
    private void showPassage(Shipment shipment, Person person, Model model) {
        if (UNSENT.contains(shipment.state())) {
            Passage passage = gates.passage(agreements.of(shipment.agreement()), shipment.kind());
            boolean manager = person.holds(PRIVACY_MANAGER, LocalDate.now(clock));
            model.addAttribute("passage", passage);
            model.addAttribute("mayGoBack", passage instanceof Passage.Warned && manager);
        }
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

    private void showRows(Shipment shipment, Person person, boolean asked, int page, Model model) {
        Actor viewer = viewer(person, LocalDate.now(clock));
        Leaf<ShipmentRow> leaf = Leaf.of(shipments.rows(shipment.controlNumber(), viewer), page);
        model.addAttribute("items", agreements.of(shipment.agreement()).columns());
        model.addAttribute("rows", leaf);
        model.addAttribute("whys", asked ? whyNotSuspended(shipment, leaf) : Map.of());
        model.addAttribute("dropped", shipments.dropped(shipment.controlNumber(), viewer));
    }

    private static Actor viewer(Person person, LocalDate today) {
        return Stream.of(HANDLER, PRIVACY_MANAGER, DEPUTY)
                .filter(role -> person.holds(role, today))
                .findFirst()
                .map(role -> person.as(role, today))
                .orElseThrow();
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

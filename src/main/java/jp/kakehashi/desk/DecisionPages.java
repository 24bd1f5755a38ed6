package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.DEPUTY;
import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.Decisions;
import jp.kakehashi.release.Reviews;
import jp.kakehashi.release.WayBack;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 決裁, 代決 and 後閲, the decision that the way back goes on under a warning, and giving a shipment up before it is sent. */
@Controller
@Profile("ward")
@RequestMapping("/shipments/{number}")
class DecisionPages {

    private static final String SHA_256 = "[0-9a-f]{64}";

    private final Shipments shipments;
    private final Decisions decisions;
    private final Reviews reviews;
    private final WayBack wayBack;
    private final Drafting drafting;

    DecisionPages(Shipments shipments, Decisions decisions, Reviews reviews, WayBack wayBack, Drafting drafting) {
        this.shipments = shipments;
        this.decisions = decisions;
        this.reviews = reviews;
        this.wayBack = wayBack;
        this.drafting = drafting;
    }

    @PostMapping("/decide")
    String decide(
            @Holding(PRIVACY_MANAGER) Person manager,
            @PathVariable String number,
            @RequestParam @Pattern(regexp = SHA_256) String contentDigest,
            @RequestParam(defaultValue = "") @Size(max = 100) String documentNumber,
            @RequestParam(defaultValue = "") @Size(max = 200) String ceilingReference,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return Afterwards.at(
                "/shipments/" + number,
                decisions.decide(number, contentDigest, documentNumber, ceilingReference, manager),
                flash);
    }

    @PostMapping("/decide-as-deputy")
    String decideAsDeputy(
            @Holding(DEPUTY) Person deputy,
            @PathVariable String number,
            @RequestParam @Pattern(regexp = SHA_256) String contentDigest,
            @RequestParam(defaultValue = "") @Size(max = 100) String documentNumber,
            @RequestParam @Written @Size(max = 100) String absence,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return Afterwards.at(
                "/shipments/" + number,
                decisions.decideAsDeputy(number, contentDigest, documentNumber, absence, deputy),
                flash);
    }

    @PostMapping("/review")
    String review(
            @Holding(PRIVACY_MANAGER) Person manager,
            @PathVariable String number,
            @RequestParam @Pattern(regexp = SHA_256) String contentDigest,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return Afterwards.at("/shipments/" + number, reviews.done(number, contentDigest, manager), flash);
    }

    @PostMapping("/way-back")
    String wayBack(
            @Holding(PRIVACY_MANAGER) Person manager,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return Afterwards.at("/shipments/" + number, wayBack.goes(number, reason, manager), flash);
    }

    @PostMapping("/cancel")
    String cancel(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return Afterwards.at("/shipments/" + number, drafting.cancel(number, reason, handler), flash);
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.WITNESS;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.CheckAnswer;
import jp.kakehashi.release.Sittings;
import jp.kakehashi.release.WitnessEntry;
import jp.kakehashi.shipment.Sealing;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One document of a sitting, on the operator's page from the first check to the server's answer. The witness enters
 * inside this page: no session of theirs is made, and what proves them is a ticket that stands in this one page.
 */
@Controller
@Profile("ward")
@RequestMapping("/sitting/{sitting}/{number}")
class SigningPages {

    private static final String SHA_256 = "[0-9a-f]{64}";
    private static final int MOST_ROWS = 100_000;
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final Sittings sittings;
    private final Shipments shipments;
    private final Sealing sealing;
    private final Outbox outbox;
    private final People people;
    private final Agreements agreements;
    private final Clock clock;

    SigningPages(
            Sittings sittings,
            Shipments shipments,
            Sealing sealing,
            Outbox outbox,
            People people,
            Agreements agreements,
            Clock clock) {
        this.sittings = sittings;
        this.shipments = shipments;
        this.sealing = sealing;
        this.outbox = outbox;
        this.people = people;
        this.agreements = agreements;
        this.clock = clock;
    }

    @GetMapping
    String document(
            @Holding(HANDLER) Person operator, @PathVariable UUID sitting, @PathVariable String number, Model model) {
        show(sitting, number, operator, operator.as(HANDLER, LocalDate.now(clock)), model);
        return "signing";
    }

    @PostMapping("/seal")
    String seal(
            @Holding(HANDLER) Person operator,
            @PathVariable UUID sitting,
            @PathVariable String number,
            RedirectAttributes flash) {
        found(sitting, number, operator);
        return Afterwards.at(path(sitting, number), sittings.seal(sitting, number, operator), flash);
    }

    @PostMapping("/operator")
    String operatorSigns(
            @Holding(HANDLER) Person operator,
            @PathVariable UUID sitting,
            @PathVariable String number,
            @RequestParam @Pattern(regexp = SHA_256) String parcel,
            @RequestParam @Min(0) @Max(MOST_ROWS) int rowCount,
            @RequestParam @NotBlank @Size(max = 20) String lastFour,
            RedirectAttributes flash) {
        sealed(sitting, number, operator);
        CheckAnswer answer = new CheckAnswer(rowCount, lastFour);
        return Afterwards.at(
                path(sitting, number), sittings.operatorSigns(sitting, number, parcel, answer, operator), flash);
    }

    /** The page that comes back bears the witness's ticket; left or reloaded, it is gone. */
    @PostMapping("/witness-enter")
    String witnessEnters(
            @Holding(HANDLER) Person operator,
            @PathVariable UUID sitting,
            @PathVariable String number,
            @RequestParam @Pattern(regexp = SHA_256) String parcel,
            @RequestParam @NotBlank @Size(max = 100) String account,
            @RequestParam @NotBlank @Size(max = 200) String password,
            Model model,
            RedirectAttributes flash) {
        sealed(sitting, number, operator);
        WitnessEntry entry = sittings.witnessEnters(sitting, number, parcel, account, password.toCharArray());
        if (!(entry instanceof WitnessEntry.Admitted admitted)) {
            return Afterwards.at(path(sitting, number), ((WitnessEntry.Refused) entry).reason(), flash);
        }
        show(sitting, number, operator, witness(account), model);
        model.addAttribute("ticket", admitted.ticket());
        model.addAttribute("witness", admitted.name());
        return "signing";
    }

    @PostMapping("/witness-sign")
    String witnessSigns(
            @Holding(HANDLER) Person operator,
            @PathVariable UUID sitting,
            @PathVariable String number,
            @RequestParam @Pattern(regexp = SHA_256) String parcel,
            @RequestParam @Pattern(regexp = "[0-9a-f]{64}") String ticket,
            @RequestParam @Min(0) @Max(MOST_ROWS) int rowCount,
            @RequestParam @NotBlank @Size(max = 20) String lastFour,
            RedirectAttributes flash) {
        sealed(sitting, number, operator);
        CheckAnswer answer = new CheckAnswer(rowCount, lastFour);
        return Afterwards.at(
                path(sitting, number), sittings.witnessSigns(sitting, number, parcel, ticket, answer, operator), flash);
    }

    /** Reloaded, the ticket is gone: this leads back to the document. */
    @GetMapping("/witness-enter")
    String witnessAgain(@Holding(HANDLER) Person operator, @PathVariable UUID sitting, @PathVariable String number) {
        found(sitting, number, operator);
        return Afterwards.at(path(sitting, number));
    }

    private void show(UUID sitting, String number, Person operator, Actor viewer, Model model) {
        Shipment shipment = found(sitting, number, operator);
        boolean pending = shipment.sealWanted() || shipment.state() == ShipmentState.RELEASED;
        model.addAttribute("sitting", sitting);
        model.addAttribute("shipment", shipment);
        model.addAttribute("items", agreements.of(shipment.agreement()).columns());
        model.addAttribute("pending", pending);
        model.addAttribute("dropped", pending ? List.of() : shipments.dropped(number, viewer));
        if (pending) {
            model.addAttribute("refresh", SECONDS_BETWEEN_LOOKS);
        }
        if (shipment.state() == ShipmentState.SEALED) {
            model.addAttribute("sheet", sittings.sheet(sitting, number, viewer));
            model.addAttribute("sealAgain", !sealing.keepsItsBytes(number));
        } else {
            model.addAttribute("letters", outbox.letters(number));
        }
    }

    private Shipment found(UUID sitting, String number, Person operator) {
        Found.in(sittings.operator(sitting).filter(operator.account()::equals));
        return Found.in(shipments.find(number));
    }

    /** The shipment, or 409 where it is not sealed: another tab, or a forged form. */
    private void sealed(UUID sitting, String number, Person operator) {
        if (found(sitting, number, operator).state() != ShipmentState.SEALED) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }

    private Actor witness(String account) {
        LocalDate today = LocalDate.now(clock);
        Person witness = people.person(account).orElseThrow();
        return witness.as(witness.holds(WITNESS, today) ? WITNESS : HANDLER, today);
    }

    private static String path(UUID sitting, String number) {
        return "/sitting/" + sitting + "/" + number;
    }
}

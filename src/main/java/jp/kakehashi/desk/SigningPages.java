package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.CheckAnswer;
import jp.kakehashi.release.Sittings;
import jp.kakehashi.shipment.Refusal;
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

/** One document of a sitting, from the first check to the operator's confirmation, and what became of it. */
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
    private final Clock clock;

    SigningPages(Sittings sittings, Shipments shipments, Sealing sealing, Outbox outbox, Clock clock) {
        this.sittings = sittings;
        this.shipments = shipments;
        this.sealing = sealing;
        this.outbox = outbox;
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
            @RequestParam @NotBlank @Size(max = 20) String ending,
            RedirectAttributes flash) {
        sealed(sitting, number, operator);
        CheckAnswer answer = new CheckAnswer(rowCount, ending);
        Optional<Refusal> refusal = sittings.operatorSigns(sitting, number, parcel, answer, operator);
        return Afterwards.at(refusal.isEmpty() ? "/sitting/" + sitting : path(sitting, number), refusal, flash);
    }

    private void show(UUID sitting, String number, Person operator, Actor viewer, Model model) {
        Shipment shipment = found(sitting, number, operator);
        boolean pending = shipment.sealWanted() || shipment.state() == ShipmentState.RELEASED;
        model.addAttribute("sitting", sitting);
        model.addAttribute("shipment", shipment);
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

    private static String path(UUID sitting, String number) {
        return "/sitting/" + sitting + "/" + number;
    }
}

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
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.CheckAnswer;
import jp.kakehashi.release.Signing;
import jp.kakehashi.release.Sittings;
import jp.kakehashi.release.WitnessEntry;
import jp.kakehashi.release.Witnessing;
import jp.kakehashi.shipment.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The witness inside the operator's page: ID and password once, then each document with its preview. No session of theirs
 * is made; what proves them is a ticket that stands in this page alone, and goes with it from one confirmation to the next.
 */
@Controller
@Profile("ward")
@RequestMapping("/sitting/{sitting}")
class WitnessPages {

    private static final String SHA_256 = "[0-9a-f]{64}";
    private static final int MOST_ROWS = 100_000;

    private final Sittings sittings;
    private final Witnessing witnessing;
    private final People people;
    private final Clock clock;

    WitnessPages(Sittings sittings, Witnessing witnessing, People people, Clock clock) {
        this.sittings = sittings;
        this.witnessing = witnessing;
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/witness")
    String enter(
            @Holding(HANDLER) Person operator,
            @PathVariable UUID sitting,
            @RequestParam @NotBlank @Size(max = 100) String account,
            @RequestParam @NotBlank @Size(max = 200) String password,
            Model model,
            RedirectAttributes flash) {
        found(sitting, operator);
        WitnessEntry entry = witnessing.enter(sitting, account, password.toCharArray());
        if (entry instanceof WitnessEntry.Admitted admitted) {
            model.addAttribute("leftOut", admitted.leftOut());
            return show(sitting, admitted.ticket(), model);
        }
        return Afterwards.at("/sitting/" + sitting, ((WitnessEntry.Refused) entry).reason(), flash);
    }

    /** With more to confirm the page goes on, in answer to the form itself: its ticket is to stand in no address. */
    @PostMapping("/{number}/witness-sign")
    String sign(
            @Holding(HANDLER) Person operator,
            @PathVariable UUID sitting,
            @PathVariable String number,
            @RequestParam @Pattern(regexp = SHA_256) String parcel,
            @RequestParam @Pattern(regexp = "[0-9a-f]{64}") String ticket,
            @RequestParam @Min(0) @Max(MOST_ROWS) int rowCount,
            @RequestParam @NotBlank @Size(max = 20) String ending,
            Model model,
            RedirectAttributes flash) {
        found(sitting, operator);
        CheckAnswer answer = new CheckAnswer(rowCount, ending);
        Optional<Refusal> refusal = witnessing.sign(sitting, number, parcel, ticket, answer, operator);
        if (witnessing.awaiting(sitting, ticket).isEmpty()) {
            return Afterwards.at("/sitting/" + sitting, refusal, flash);
        }
        refusal.ifPresent(no -> model.addAttribute("refusal", no.reason()));
        return show(sitting, ticket, model);
    }

    /** Reloaded, the ticket is gone: this leads back to the documents. */
    @GetMapping({"/witness", "/{number}/witness-sign"})
    String again(@Holding(HANDLER) Person operator, @PathVariable UUID sitting) {
        found(sitting, operator);
        return Afterwards.at("/sitting/" + sitting);
    }

    private String show(UUID sitting, String ticket, Model model) {
        List<Signing> awaiting = witnessing.awaiting(sitting, ticket);
        Actor witness = witness(awaiting.get(0).witness().orElseThrow());
        model.addAttribute("sitting", sitting);
        model.addAttribute("ticket", ticket);
        model.addAttribute("witness", witness.name());
        model.addAttribute(
                "sheets",
                awaiting.stream()
                        .map(signing -> sittings.sheet(sitting, signing.controlNumber(), witness))
                        .toList());
        return "witness";
    }

    private void found(UUID sitting, Person operator) {
        Found.in(sittings.operator(sitting).filter(operator.account()::equals));
    }

    private Actor witness(String account) {
        LocalDate today = LocalDate.now(clock);
        Person witness = people.person(account).orElseThrow();
        return witness.as(witness.holds(WITNESS, today) ? WITNESS : HANDLER, today);
    }
}

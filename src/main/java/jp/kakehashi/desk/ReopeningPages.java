package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Reopening;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 開封不可: what the page of a shipment leads through, a step at a time. Its call is recorded on the slip. */
@Controller
@Profile("ward")
@RequestMapping("/shipments/{number}")
class ReopeningPages {

    private final Shipments shipments;
    private final Reopening reopening;

    ReopeningPages(Shipments shipments, Reopening reopening) {
        this.shipments = shipments;
        this.reopening = reopening;
    }

    @PostMapping("/cannot-be-opened")
    String reported(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        return back(number, reopening.reported(known(number), reason, handler), flash);
    }

    /** The slip is compared with what the recipient reads out. */
    @PostMapping("/compared")
    String compared(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 30) String file,
            @RequestParam(defaultValue = "") @Size(max = 10) String pair,
            RedirectAttributes flash) {
        return back(number, reopening.compared(known(number), file, pair, handler), flash);
    }

    @PostMapping("/opens-now")
    String opensNow(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 100) String from,
            RedirectAttributes flash) {
        return back(number, reopening.opensNow(known(number), from.strip(), handler), flash);
    }

    @PostMapping("/seal-afresh")
    String sealAfresh(@Holding(HANDLER) Actor handler, @PathVariable String number, RedirectAttributes flash) {
        return back(number, reopening.sealAfresh(known(number), handler), flash);
    }

    private String known(String number) {
        return Found.in(shipments.find(number)).controlNumber();
    }

    private static String back(String number, Optional<Refusal> refusal, RedirectAttributes flash) {
        return Afterwards.at("/shipments/" + number, refusal, flash);
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.HandingOver;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Settling;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.Shipments;
import jp.kakehashi.vault.Passwords;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The telephone: passwords are read out, and what the other side says is recorded. */
@Controller
@Profile("ward")
@RequestMapping("/shipments/{number}")
class SettlingPages {

    private final Shipments shipments;
    private final Settling settling;
    private final HandingOver handingOver;

    SettlingPages(Shipments shipments, Settling settling, HandingOver handingOver) {
        this.shipments = shipments;
        this.handingOver = handingOver;
        this.settling = settling;
    }

    /** 電話連絡票. Shown in answer to the form itself: a redirect would leave an address that shows passwords. */
    @PostMapping("/passwords")
    String passwords(@Holding(HANDLER) Actor handler, @PathVariable String number, Model model) {
        Found.in(shipments.find(number).filter(Shipment::hasParcel));
        PasswordSlip slip = shipments.passwords(number, handler);
        model.addAttribute("slip", slip);
        model.addAttribute("zipGrouped", Passwords.grouped(slip.zipPassword()));
        model.addAttribute("zipReading", Passwords.reading(slip.zipPassword()));
        model.addAttribute("workbookGrouped", Passwords.grouped(slip.workbookPassword()));
        model.addAttribute("workbookReading", Passwords.reading(slip.workbookPassword()));
        return "slip";
    }

    /** Reloaded, the slip is gone: this leads back to the shipment. */
    @GetMapping("/passwords")
    String passwordsAgain(@Holding(HANDLER) Actor handler, @PathVariable String number) {
        return Afterwards.at("/shipments/" + Found.in(shipments.find(number)).controlNumber());
    }

    /**
     * What the one call came to: passwords told to somebody and, where they read it back, the receipt.
     *
     * @param rows the number of rows read back; nothing where the file was not opened during the call
     */
    @PostMapping("/called")
    String called(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 100) String to,
            @RequestParam(defaultValue = "") @Size(max = 10) String code,
            @RequestParam Optional<@Min(0) @Max(100_000) Integer> rows,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        Optional<Refusal> refusal = handingOver.told(number, to.strip(), handler);
        return back(
                number,
                refusal.or(() -> rows.flatMap(
                        read -> settling.acknowledge(number, "TELEPHONE", to.strip(), code, read, handler))),
                flash);
    }

    @PostMapping("/acknowledge")
    String acknowledge(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 100) String channel,
            @RequestParam @Written @Size(max = 100) String from,
            @RequestParam @Size(max = 10) String code,
            @RequestParam @Min(0) @Max(100_000) int rows,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return back(number, settling.acknowledge(number, channel, from, code, rows, handler), flash);
    }

    @PostMapping("/delivered")
    String delivered(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return back(number, settling.delivered(number, reason, handler), flash);
    }

    @PostMapping("/returned")
    String returned(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return back(number, settling.returned(number, reason, handler), flash);
    }

    @PostMapping("/not-delivered")
    String notDelivered(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return back(number, settling.notDelivered(number, reason, handler), flash);
    }

    @PostMapping("/resend")
    String resend(@Holding(HANDLER) Actor handler, @PathVariable String number, RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return back(number, settling.resend(number, handler), flash);
    }

    private static String back(String number, Optional<Refusal> refusal, RedirectAttributes flash) {
        return Afterwards.at("/shipments/" + number, refusal, flash);
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.casefile.PaymentReceipts;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Recall;
import jp.kakehashi.shipment.Recalling;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 窓口での確認: the person stands at the counter, asks what the bureau was told, and shows a receipt. A 宛名番号 stands in no
 * address: it is posted, and the answer shown once.
 */
@Controller
@Profile("ward")
class CounterPages {

    private static final String PATH = "/counter";
    /** What has gone for good: of every other state that is too late, nobody knows yet whether it arrived. */
    private static final Set<ShipmentState> PROVIDED = EnumSet.of(ShipmentState.POSTED, ShipmentState.ACKNOWLEDGED);

    private static final String NO_LONGER = "この領収証書の登録は、すでに終わっています。";

    private final CounterLookUp lookUp;
    private final PaymentReceipts receipts;
    private final Recalling recalling;
    private final Shipments shipments;
    private final MessageSource words;

    CounterPages(
            CounterLookUp lookUp,
            PaymentReceipts receipts,
            Recalling recalling,
            Shipments shipments,
            MessageSource words) {
        this.lookUp = lookUp;
        this.receipts = receipts;
        this.recalling = recalling;
        this.shipments = shipments;
        this.words = words;
    }

    @ModelAttribute("purposes")
    Purpose[] purposes() {
        return Purpose.values();
    }

    @GetMapping(PATH)
    String ask(@Holding(HANDLER) Actor handler, Model model) {
        model.addAttribute("waiting", receipts.waiting(handler));
        return "counter";
    }

    @PostMapping(PATH)
    String about(
            @Holding(HANDLER) Actor handler,
            @RequestParam @NotBlank @Size(max = 40) String payee,
            @RequestParam Purpose purpose,
            Locale locale,
            Model model) {
        Optional<String> payeeNo = CounterLookUp.payeeNo(payee);
        if (payeeNo.isPresent()) {
            model.addAttribute("told", lookUp.about(payeeNo.get(), purpose, handler));
        } else {
            model.addAttribute("refusal", said("counter.no-payee", locale));
        }
        return ask(handler, model);
    }

    @PostMapping(PATH + "/receipts")
    String seen(
            @Holding(HANDLER) Actor handler,
            @RequestParam @NotBlank @Size(max = 40) String payee,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate paidOn,
            Locale locale,
            RedirectAttributes flash) {
        Recall recall = CounterLookUp.payeeNo(payee)
                .map(payeeNo -> recalling.receiptSeen(payeeNo, paidOn, handler))
                .orElseGet(() -> new Recall.Refused(said("counter.no-payee", locale)));
        if (recall instanceof Recall.Refused refused) {
            return Afterwards.at(PATH, refused.reason(), flash);
        }
        flash.addFlashAttribute("done", done(recall, locale));
        return Afterwards.at(PATH);
    }

    private String done(Recall recall, Locale locale) {
        if (recall instanceof Recall.HeldBack back) {
            boolean nobodyLeft = state(back.controlNumber()) == ShipmentState.CANCELLED;
            return said(nobodyLeft ? "counter.cancelled" : "counter.held-back", locale, back.controlNumber());
        }
        if (recall instanceof Recall.TooLate late) {
            boolean provided = PROVIDED.contains(state(late.controlNumber()));
            return said(provided ? "counter.provided" : "counter.too-late", locale, late.controlNumber());
        }
        return recall instanceof Recall.Leaves leaves
                ? said("counter.leaves", locale, leaves.controlNumber())
                : said("counter.registered", locale);
    }

    private ShipmentState state(String controlNumber) {
        return shipments.find(controlNumber).orElseThrow().state();
    }

    private String said(String key, Locale locale, Object... about) {
        return words.getMessage(key, about, locale);
    }

    @PostMapping(PATH + "/receipts/{id}/take-back")
    String takeBack(
            @Holding(HANDLER) Actor handler,
            @PathVariable UUID id,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        return receipts.takeBack(id, reason, handler) ? Afterwards.at(PATH) : Afterwards.at(PATH, NO_LONGER, flash);
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.casefile.PaymentReceipts;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Recall;
import jp.kakehashi.shipment.Recalling;
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
    private static final String NO_LONGER = "この領収証書の登録は、すでに終わっています。";

    private final CounterLookUp lookUp;
    private final PaymentReceipts receipts;
    private final Recalling recalling;
    private final MessageSource words;

    CounterPages(CounterLookUp lookUp, PaymentReceipts receipts, Recalling recalling, MessageSource words) {
        this.lookUp = lookUp;
        this.receipts = receipts;
        this.recalling = recalling;
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
        if (recall instanceof Recall.TooLate late) {
            return Afterwards.at(PATH, said("counter.too-late", locale, late.controlNumber()), flash);
        }
        flash.addFlashAttribute("done", done(recall, locale));
        return Afterwards.at(PATH);
    }

    private String done(Recall recall, Locale locale) {
        if (recall instanceof Recall.HeldBack back) {
            return said("counter.held-back", locale, back.controlNumber());
        }
        return recall instanceof Recall.Leaves leaves
                ? said("counter.leaves", locale, leaves.controlNumber())
                : said("counter.registered", locale);
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

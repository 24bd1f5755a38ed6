package jp.kakehashi.desk;

import java.util.Optional;
import jp.kakehashi.shipment.DraftAnswer;
import jp.kakehashi.shipment.Refusal;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a form leads once it is sent: always on by redirect, so that reloading a page repeats nothing. */
final class Afterwards {

    private Afterwards() {}

    /** Goes to the path, with the refusal to be shown there, if there is one. */
    static String at(String path, Optional<Refusal> refusal, RedirectAttributes flash) {
        refusal.ifPresent(no -> refused(no.reason(), flash));
        return "redirect:" + path;
    }

    /** Goes to the path, with a refusal. */
    static String at(String path, String refusal, RedirectAttributes flash) {
        refused(refusal, flash);
        return "redirect:" + path;
    }

    /** Goes to what was drafted; where nothing was, to the shipments, with the refusal. */
    static String at(DraftAnswer answer, RedirectAttributes flash) {
        return answer instanceof DraftAnswer.Drafted drafted
                ? at("/shipments/" + drafted.controlNumber())
                : at("/shipments", ((DraftAnswer.Refused) answer).reason(), flash);
    }

    /** Goes to the path. */
    static String at(String path) {
        return "redirect:" + path;
    }

    private static void refused(String reason, RedirectAttributes flash) {
        flash.addFlashAttribute("refusal", reason);
    }
}

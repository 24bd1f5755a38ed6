package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.CaseView;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.casefile.Confirmation;
import jp.kakehashi.casefile.NotConfirmed;
import jp.kakehashi.casefile.Proviso;
import jp.kakehashi.register.Actor;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 確認: a batch of candidates with each text shown and editable; one button confirms those that are ticked. */
@Controller
@Profile("ward")
class ConfirmationPages {

    private static final String PATH = "/cases/confirm";

    private final Cases cases;
    private final MessageSource words;

    ConfirmationPages(Cases cases, MessageSource words) {
        this.cases = cases;
        this.words = words;
    }

    @GetMapping(PATH)
    String candidates(
            @Holding(HANDLER) Actor viewer,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Leaf<CaseView> leaf = Leaf.of(cases.in(CaseState.CANDIDATE, mine, viewer), page);
        model.addAttribute("cases", leaf);
        model.addAttribute("mine", mine);
        model.addAttribute("provisos", Proviso.values());
        model.addAttribute("names", texts(leaf, ConfirmationPages::name));
        Map<UUID, String> texts = texts(leaf, one -> one.cells().getOrDefault(Item.EXHAUSTION_REASON, ""));
        Map<UUID, String> whys = texts(leaf, CaseView::whyNotSuspended);
        if (model.getAttribute("edited") instanceof List<?> edited) {
            edited.stream().map(Confirmation.class::cast).forEach(one -> {
                texts.put(one.caseId(), one.reasonText());
                whys.put(one.caseId(), one.whyNotSuspended());
            });
        }
        model.addAttribute("texts", texts);
        model.addAttribute("whys", whys);
        if (!model.containsAttribute("objections")) {
            model.addAttribute("objections", Map.of());
        }
        return "confirm";
    }

    /** Confirms those ticked, and sets apart those of which a circumstance applies; what was not accepted stands on the page again, as it was edited, with the objections. */
    @PostMapping(PATH)
    String confirm(
            @Holding(HANDLER) Actor officer,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            RedirectAttributes flash) {
        String page = mine ? PATH + "?mine=true" : PATH;
        List<Confirmation> confirmations = new ConfirmationForm(fields).all();
        if (confirmations.isEmpty()) {
            return Afterwards.at(page, words.getMessage("confirm.nobody", null, locale), flash);
        }
        List<NotConfirmed> others = Found.known(() -> cases.confirm(confirmations, officer));
        Map<UUID, List<String>> objections = others.stream()
                .filter(other -> !other.isSetApart())
                .collect(Collectors.toMap(NotConfirmed::caseId, NotConfirmed::objections));
        Object[] counts = {confirmations.size() - others.size(), others.size() - objections.size(), objections.size()};
        flash.addFlashAttribute("done", words.getMessage("confirm.done", counts, locale));
        flash.addFlashAttribute("objections", objections);
        flash.addFlashAttribute(
                "edited",
                confirmations.stream()
                        .filter(one -> objections.containsKey(one.caseId()))
                        .toList());
        return Afterwards.at(page);
    }

    private static Map<UUID, String> texts(Leaf<CaseView> leaf, Function<CaseView, String> text) {
        Map<UUID, String> texts = new HashMap<>();
        leaf.items().forEach(one -> texts.put(one.id(), text.apply(one)));
        return texts;
    }

    private static String name(CaseView one) {
        String roman = one.cells().get(Item.NAME_ROMAN);
        return roman == null || roman.isBlank() ? one.cells().getOrDefault(Item.NAME_KANJI, "－") : roman;
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.RECEIVER;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.bureau.Parcel;
import jp.kakehashi.bureau.ParcelState;
import jp.kakehashi.bureau.PasswordPairs;
import jp.kakehashi.bureau.ReceivedParcels;
import jp.kakehashi.register.Actor;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 受領: parcels that wait for the passwords heard on the telephone, and what became of the others. */
@Controller
@Profile("bureau")
class ParcelPages {

    private static final String PATH = "/parcels";
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final ReceivedParcels parcels;
    private final PasswordPairs pairs;
    private final MessageSource words;

    ParcelPages(ReceivedParcels parcels, PasswordPairs pairs, MessageSource words) {
        this.parcels = parcels;
        this.pairs = pairs;
        this.words = words;
    }

    @GetMapping(PATH)
    String all(@Holding(RECEIVER) Actor receiver, @RequestParam(defaultValue = "1") int page, Model model) {
        List<Parcel> waiting = parcels.awaitingPasswords();
        List<Parcel> others = parcels.all().stream()
                .filter(parcel -> parcel.state() != ParcelState.ARRIVED)
                .sorted(Comparator.comparing(Parcel::arrivedAt).reversed())
                .toList();
        Map<UUID, Integer> triesLeft = new HashMap<>();
        waiting.forEach(parcel -> triesLeft.put(parcel.id(), parcels.triesLeft(parcel)));
        model.addAttribute("waiting", waiting);
        model.addAttribute("triesLeft", triesLeft);
        model.addAttribute(
                "pairReady",
                waiting.stream().filter(pairs::isReadyFor).map(Parcel::id).collect(Collectors.toSet()));
        model.addAttribute("others", Leaf.of(others, page));
        if (others.stream().anyMatch(parcel -> parcel.state() == ParcelState.OPENING)) {
            model.addAttribute("refresh", SECONDS_BETWEEN_LOOKS);
        }
        return "parcels";
    }

    @PostMapping(PATH + "/{id}/open")
    String open(
            @Holding(RECEIVER) Actor receiver,
            @PathVariable UUID id,
            @RequestParam @NotBlank @Size(max = 200) String zipPassword,
            @RequestParam @NotBlank @Size(max = 200) String workbookPassword,
            Locale locale,
            RedirectAttributes flash) {
        known(id);
        return back(parcels.open(id, zipPassword, workbookPassword, receiver), locale, flash);
    }

    /** Opens it with the pair of the agreed table that its mail names; nothing is typed. */
    @PostMapping(PATH + "/{id}/open-with-pair")
    String openWithPair(
            @Holding(RECEIVER) Actor receiver, @PathVariable UUID id, Locale locale, RedirectAttributes flash) {
        known(id);
        return parcels.openWithPair(id, receiver)
                ? Afterwards.at(PATH)
                : Afterwards.at(PATH, words.getMessage("parcels.no-pair", null, locale), flash);
    }

    @PostMapping(PATH + "/{id}/cannot-open")
    String cannotOpen(
            @Holding(RECEIVER) Actor receiver, @PathVariable UUID id, Locale locale, RedirectAttributes flash) {
        known(id);
        return back(parcels.giveUp(id, receiver), locale, flash);
    }

    private void known(UUID id) {
        Found.in(parcels.all().stream().filter(parcel -> parcel.id().equals(id)).findFirst());
    }

    private String back(boolean done, Locale locale, RedirectAttributes flash) {
        return done
                ? Afterwards.at(PATH)
                : Afterwards.at(PATH, words.getMessage("parcels.not-waiting", null, locale), flash);
    }
}

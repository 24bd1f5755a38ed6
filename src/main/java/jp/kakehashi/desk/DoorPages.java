package jp.kakehashi.desk;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Sign-in, and the home page: what is to be settled, and the list of places for whoever is signed in. */
@Controller
class DoorPages {

    private final ObjectProvider<Reminder.Of> reminders;
    private final Places places;

    DoorPages(ObjectProvider<Reminder.Of> reminders, Places places) {
        this.reminders = reminders;
        this.places = places;
    }

    @GetMapping(DeskSecurity.SIGN_IN)
    String signIn() {
        return "sign-in";
    }

    /** Nobody is reminded of what they may not settle. */
    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute(
                "reminders",
                reminders
                        .orderedStream()
                        .map(Reminder.Of::now)
                        .filter(reminder -> !reminder.about().isEmpty())
                        .filter(reminder -> isOpenTo(who, reminder))
                        .toList());
        return "home";
    }

    private boolean isOpenTo(SignedIn who, Reminder reminder) {
        return places.openTo(who).stream().anyMatch(place -> place.contains(reminder.path()));
    }
}

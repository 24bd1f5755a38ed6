package jp.kakehashi.desk;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Sign-in, and the home page: what is to be settled, and the list of places for whoever is signed in. */
@Controller
class DoorPages {

    private final ObjectProvider<Reminder.Of> reminders;

    DoorPages(ObjectProvider<Reminder.Of> reminders) {
        this.reminders = reminders;
    }

    @GetMapping(DeskSecurity.SIGN_IN)
    String signIn() {
        return "sign-in";
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute(
                "reminders",
                reminders
                        .orderedStream()
                        .map(Reminder.Of::now)
                        .filter(reminder -> !reminder.about().isEmpty())
                        .toList());
        return "home";
    }
}

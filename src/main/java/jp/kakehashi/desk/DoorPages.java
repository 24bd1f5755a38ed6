package jp.kakehashi.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sign-in, and the home page: the list of places for whoever is signed in. */
@Controller
class DoorPages {

    @GetMapping(DeskSecurity.SIGN_IN)
    String signIn() {
        return "sign-in";
    }

    @GetMapping("/")
    String home() {
        return "home";
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.AUDITOR;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import jp.kakehashi.register.Actor;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 提供記録: what was told about a person. A card number stands in no address: it is posted, and the answer shown once. */
@Controller
@Profile("ward")
class RegisterPages {

    private final RegisterLookUp lookUp;
    private final MessageSource words;

    RegisterPages(RegisterLookUp lookUp, MessageSource words) {
        this.lookUp = lookUp;
        this.words = words;
    }

    @ModelAttribute("purposes")
    Purpose[] purposes() {
        return Purpose.values();
    }

    @GetMapping("/register")
    String ask(@Holding({AUDITOR, PRIVACY_MANAGER}) Actor viewer) {
        return "register";
    }

    @PostMapping("/register")
    String about(
            @Holding({AUDITOR, PRIVACY_MANAGER}) Actor viewer,
            @RequestParam @NotBlank @Size(max = 40) String cardNumber,
            @RequestParam Purpose purpose,
            Locale locale,
            Model model) {
        Optional<String> card = RegisterLookUp.card(cardNumber);
        if (card.isPresent()) {
            model.addAttribute("entries", lookUp.about(card.get(), purpose, viewer));
        } else {
            model.addAttribute("refusal", words.getMessage("register.no-card", null, locale));
        }
        return "register";
    }
}

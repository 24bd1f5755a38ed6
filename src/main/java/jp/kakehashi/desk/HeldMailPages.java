package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;
import static jp.kakehashi.people.Role.RECEIVER;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import jp.kakehashi.mailroom.HeldMail;
import jp.kakehashi.mailroom.Inbox;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 要確認メール: what no rule could sort, shown as plain text, and done with by a person. */
@Controller
@Profile({"ward", "bureau"})
class HeldMailPages {

    private static final String PATH = "/mail/held";

    private final Inbox inbox;

    HeldMailPages(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping(PATH)
    String all(
            @Holding({HANDLER, PRIVACY_MANAGER, RECEIVER}) Actor viewer,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("mails", Leaf.of(inbox.held(), page));
        return "held-mails";
    }

    @GetMapping(PATH + "/{id}")
    String one(@Holding({HANDLER, PRIVACY_MANAGER, RECEIVER}) Actor viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("held", held(id));
        model.addAttribute("mail", inbox.show(id, viewer).orElse(null));
        return "held-mail";
    }

    @PostMapping(PATH + "/{id}")
    String handle(
            @Holding({HANDLER, PRIVACY_MANAGER, RECEIVER}) Actor officer,
            @PathVariable UUID id,
            @RequestParam @Written @Size(max = 400) String reason) {
        held(id);
        inbox.handle(id, officer, reason);
        return Afterwards.at(PATH);
    }

    private HeldMail held(UUID id) {
        return Found.in(
                inbox.held().stream().filter(mail -> mail.id().equals(id)).findFirst());
    }
}

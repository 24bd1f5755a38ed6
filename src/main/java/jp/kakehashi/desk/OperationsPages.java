package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.OPERATIONS;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kakehashi.mailroom.Routes;
import jp.kakehashi.mailroom.Standstill;
import jp.kakehashi.mailroom.Standstills;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 運用: the switch that stops all posting at once, and how each route runs; single routes stand still with a reason. */
@Controller
@Profile({"ward", "bureau"})
class OperationsPages {

    private static final String PATH = "/operations";
    private static final String NO_LONGER = "ほかの人が先に操作しました。いまの状態を確認してください。";

    private final Standstills standstills;
    private final Routes routes;

    OperationsPages(Standstills standstills, Routes routes) {
        this.standstills = standstills;
        this.routes = routes;
    }

    @Bean
    @Order(790)
    static Place operationsPlace() {
        return Place.of(PATH, "operations", PRIVACY_MANAGER, OPERATIONS).in(PlaceGroup.WATCH);
    }

    /** Tells everybody who is signed in, on every page of the desk, that all posting stands still. */
    @ControllerAdvice(basePackages = "jp.kakehashi.desk")
    @Profile({"ward", "bureau"})
    static class Notice {

        private final Standstills standstills;

        Notice(Standstills standstills) {
            this.standstills = standstills;
        }

        @ModelAttribute("halt")
        Standstill halt(@AuthenticationPrincipal SignedIn who) {
            return who == null ? null : standstills.ofPosting().orElse(null);
        }
    }

    @GetMapping(PATH)
    String show(@Holding({PRIVACY_MANAGER, OPERATIONS}) Actor viewer, Model model) {
        Map<String, List<Routes.Running>> groups =
                routes.all().stream().collect(Collectors.groupingBy(Routes.Running::group));
        model.addAttribute("groups", groups);
        model.addAttribute(
                "still",
                standstills.ofRoutes().stream().collect(Collectors.toMap(Standstill::what, Function.identity())));
        model.addAttribute("mayPause", viewer.role().equals(OPERATIONS.name()));
        return "operations";
    }

    @PostMapping(PATH + "/posting/halt")
    String halt(
            @Holding({PRIVACY_MANAGER, OPERATIONS}) Actor by,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        return done(standstills.begin(Standstills.POSTING, reason, by), flash);
    }

    @PostMapping(PATH + "/posting/resume")
    String letGo(
            @Holding({PRIVACY_MANAGER, OPERATIONS}) Actor by,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        return done(standstills.end(Standstills.POSTING, reason, by), flash);
    }

    @PostMapping(PATH + "/routes/{id}/pause")
    String pause(
            @Holding(OPERATIONS) Actor by,
            @PathVariable String id,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        return done(standstills.begin(pausable(id), reason, by), flash);
    }

    @PostMapping(PATH + "/routes/{id}/resume")
    String resume(
            @Holding(OPERATIONS) Actor by,
            @PathVariable String id,
            @RequestParam @Written @Size(max = 400) String reason,
            RedirectAttributes flash) {
        return done(standstills.end(pausable(id), reason, by), flash);
    }

    /** The id of a route that begins by itself; 404 for anything else. */
    private String pausable(String id) {
        Optional<Routes.Running> route = routes.all().stream()
                .filter(one -> one.id().equals(id) && one.byItself())
                .findFirst();
        return Found.in(route).id();
    }

    private static String done(boolean done, RedirectAttributes flash) {
        return done ? Afterwards.at(PATH) : Afterwards.at(PATH, NO_LONGER, flash);
    }
}

package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.AUDITOR;
import static jp.kakehashi.people.Role.DEPUTY;
import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;
import static jp.kakehashi.people.Role.WITNESS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakehashi.people.Handler;
import jp.kakehashi.people.HandlerBook;
import jp.kakehashi.people.Succession;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** 取扱者指定簿, to be printed; the chief designates who is on it, and is told who is missing next year. */
@Controller
@Profile("ward")
class HandlerPages {

    private final HandlerBook book;
    private final Succession succession;
    private final Clock clock;

    HandlerPages(HandlerBook book, Succession succession, Clock clock) {
        this.book = book;
        this.succession = succession;
        this.clock = clock;
    }

    @Bean
    @Order(370)
    static Place handlersPlace() {
        return Place.of("/handlers", "handlers", HANDLER, WITNESS, PRIVACY_MANAGER, DEPUTY, AUDITOR)
                .in(PlaceGroup.PREPARATION);
    }

    @GetMapping("/handlers")
    String show(@Holding({PRIVACY_MANAGER, DEPUTY, HANDLER, WITNESS, AUDITOR}) Actor viewer, Model model) {
        List<Handler> lines = book.lines(viewer);
        boolean open = lines.stream().anyMatch(line -> line.designation().isEmpty());
        model.addAttribute("lines", lines);
        model.addAttribute("gap", succession.gap().orElse(null));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayDesignate", open && viewer.role().equals(PRIVACY_MANAGER.name()));
        return "handlers";
    }

    @PostMapping("/handlers/designate")
    String designate(@Holding(PRIVACY_MANAGER) Actor chief) {
        book.designate(chief);
        return Afterwards.at("/handlers");
    }
}

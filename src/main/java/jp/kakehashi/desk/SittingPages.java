package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.people.Person;
import jp.kakehashi.release.Sittings;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 送信立会い 「本日の送信」: opening one, its documents, ending it. */
@Controller
@Profile("ward")
class SittingPages {

    private static final Set<ShipmentState> TO_SEND =
            EnumSet.of(ShipmentState.DECIDED, ShipmentState.SEALED, ShipmentState.RELEASED);

    private final Sittings sittings;
    private final Shipments shipments;
    private final Clock clock;

    SittingPages(Sittings sittings, Shipments shipments, Clock clock) {
        this.sittings = sittings;
        this.shipments = shipments;
        this.clock = clock;
    }

    @GetMapping("/sitting")
    String today(@Holding(HANDLER) Person operator, Model model) {
        model.addAttribute("documents", documents());
        return "sittings";
    }

    @PostMapping("/sitting")
    String open(@Holding(HANDLER) Person operator) {
        return Afterwards.at("/sitting/" + sittings.open(operator));
    }

    @GetMapping("/sitting/{sitting}")
    String documents(@Holding(HANDLER) Person operator, @PathVariable UUID sitting, Model model) {
        Found.in(sittings.operator(sitting).filter(operator.account()::equals));
        model.addAttribute("sitting", sitting);
        model.addAttribute("documents", documents());
        return "sitting";
    }

    @PostMapping("/sitting/{sitting}/end")
    String end(@Holding(HANDLER) Person operator, @PathVariable UUID sitting, RedirectAttributes flash) {
        Found.in(sittings.operator(sitting).filter(operator.account()::equals));
        return Afterwards.at("/", sittings.end(sitting, operator), flash);
    }

    private List<Shipment> documents() {
        return shipments.all().stream().filter(this::belongsToToday).toList();
    }

    /** What waits to be sent, and what was sent today. */
    private boolean belongsToToday(Shipment shipment) {
        return TO_SEND.contains(shipment.state())
                || shipment.postedAt()
                        .filter(at -> LocalDate.ofInstant(at, clock.getZone()).equals(LocalDate.now(clock)))
                        .isPresent();
    }
}

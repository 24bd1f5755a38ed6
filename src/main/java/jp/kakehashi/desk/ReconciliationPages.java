package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Reconciling;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 照合票: to be printed, looked up at the collection terminal, and signed. */
@Controller
@Profile("ward")
@RequestMapping("/shipments/{number}/reconciliation")
class ReconciliationPages {

    private final Shipments shipments;
    private final Reconciling reconciling;

    ReconciliationPages(Shipments shipments, Reconciling reconciling) {
        this.shipments = shipments;
        this.reconciling = reconciling;
    }

    @GetMapping
    String sheet(@Holding(HANDLER) Actor officer, @PathVariable String number, Model model) {
        Shipment shipment = Found.in(shipments.find(number).filter(found -> found.state() == ShipmentState.SEALED));
        String parcel = Found.in(shipment.seal()).parcelSha256();
        model.addAttribute("shipment", shipment);
        model.addAttribute("parcel", parcel);
        model.addAttribute("missing", reconciling.isMissing(number, parcel));
        model.addAttribute("rows", reconciling.sheet(number, officer));
        return "reconciliation";
    }

    @PostMapping
    String sign(
            @Holding(HANDLER) Actor officer,
            @PathVariable String number,
            @RequestParam @Pattern(regexp = "[0-9a-f]{64}") String parcel,
            @RequestParam(name = "paid") Optional<Set<UUID>> paid,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return Afterwards.at(
                "/shipments/" + number, reconciling.sign(number, parcel, paid.orElse(Set.of()), officer), flash);
    }
}

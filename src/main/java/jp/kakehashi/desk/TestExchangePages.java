package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import jakarta.validation.constraints.Size;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.Shipments;
import jp.kakehashi.shipment.TestExchanges;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 送受信試験: drafting one, and confirming that its path is LGWAN (開通確認). */
@Controller
@Profile("ward")
class TestExchangePages {

    private final Drafting drafting;
    private final Shipments shipments;
    private final TestExchanges testExchanges;

    TestExchangePages(Drafting drafting, Shipments shipments, TestExchanges testExchanges) {
        this.drafting = drafting;
        this.shipments = shipments;
        this.testExchanges = testExchanges;
    }

    @PostMapping("/shipments/test")
    String draft(@Holding(HANDLER) Actor drafter, @RequestParam ZipMethod zip, RedirectAttributes flash) {
        return Afterwards.at(drafting.draftTest(zip, drafter), flash);
    }

    @PostMapping("/shipments/{number}/path-confirmed")
    String confirmPath(
            @Holding(HANDLER) Actor handler,
            @PathVariable String number,
            @RequestParam @Written @Size(max = 200) String confirmedBy,
            RedirectAttributes flash) {
        Found.in(shipments.find(number));
        return Afterwards.at(
                "/shipments/" + number, testExchanges.confirmPath(number, confirmedBy.strip(), handler), flash);
    }
}

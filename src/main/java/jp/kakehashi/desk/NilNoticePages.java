package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.NilNotices;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 該当なし通知: drafting one. From then on it goes its way as every shipment does. */
@Controller
@Profile("ward")
class NilNoticePages {

    private final NilNotices nilNotices;

    NilNoticePages(NilNotices nilNotices) {
        this.nilNotices = nilNotices;
    }

    @PostMapping("/shipments/nil-notice")
    String draft(@Holding(HANDLER) Actor drafter, RedirectAttributes flash) {
        return Afterwards.at(nilNotices.draft(drafter), flash);
    }
}

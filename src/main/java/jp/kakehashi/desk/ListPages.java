package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.RECEIVER;

import jp.kakehashi.agreement.Item;
import jp.kakehashi.bureau.Listings;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 受領した情報の一覧: everyone ever received, and where each stands. */
@Controller
@Profile("bureau")
class ListPages {

    private final Listings listings;

    ListPages(Listings listings) {
        this.listings = listings;
    }

    @GetMapping("/list")
    String all(@Holding(RECEIVER) Actor receiver, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("items", Item.values());
        model.addAttribute("listed", Leaf.of(listings.list(receiver), page));
        return "list";
    }
}

package jp.kakehashi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Mode;
import jp.kakehashi.agreement.Office;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What stands around every page, in templates {@code frame}.
 *
 * @param office whose desk it is
 * @param mark the mark of training; empty in live use
 * @param who who is signed in; null if nobody is
 * @param places where they may go, by group
 * @param here the path of the place that the page lies in; empty on the home page and at the door
 */
record Frame(String office, String mark, SignedIn who, SortedMap<PlaceGroup, List<Place>> places, String here) {

    /** Puts the frame into every model. */
    @ControllerAdvice
    static class Around {

        private final Places places;
        private final String office;
        private final String mark;

        Around(Agreements agreements, Environment environment, Places places) {
            Agreement first = agreements.all().get(0);
            boolean bureau = environment.acceptsProfiles(Profiles.of("bureau"));
            Office own = bureau ? first.parties().recipient() : first.parties().sender();
            boolean training = agreements.all().stream().anyMatch(one -> one.mode() == Mode.TRAINING);
            this.office = own.name();
            this.mark = training ? Mode.TRAINING.label() : "";
            this.places = places;
        }

        @ModelAttribute("frame")
        Frame frame(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
            String here = places.of(request).map(Place::path).orElse("");
            return new Frame(office, mark, who, who == null ? new TreeMap<>() : places.byGroup(who), here);
        }
    }
}

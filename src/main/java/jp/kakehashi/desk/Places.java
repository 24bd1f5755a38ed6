package jp.kakehashi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** All places of this role, and the door of each: what is no place is closed to everybody. */
@Component
class Places {

    private static final String HOME = "/";

    private final List<Place> places;

    Places(ObjectProvider<Place> places) {
        this.places = places.orderedStream().toList();
    }

    /** The places somebody may enter, in order. */
    List<Place> openTo(SignedIn who) {
        return places.stream().filter(place -> place.isOpenTo(who)).toList();
    }

    /** The same by group. */
    SortedMap<PlaceGroup, List<Place>> byGroup(SignedIn who) {
        return openTo(who).stream().collect(Collectors.groupingBy(Place::group, TreeMap::new, Collectors.toList()));
    }

    /** The place in which a request lies; the innermost where one lies in another. */
    Optional<Place> of(HttpServletRequest request) {
        return places.stream()
                .filter(place -> place.contains(request.getServletPath()))
                .max(Comparator.comparing(place -> place.path().length()));
    }

    /** Whether a request may pass. */
    boolean admit(Authentication session, HttpServletRequest request) {
        if (!(session.getPrincipal() instanceof SignedIn who)) {
            return false;
        }
        return request.getServletPath().equals(HOME)
                || of(request).filter(place -> place.isOpenTo(who)).isPresent();
    }
}

package jp.kakehashi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import jp.kakehashi.register.Act;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What happens to a request that is refused: if somebody is signed in, it goes into the chain; if nobody is (the session
 * has ended over an open form), they are asked to sign in again.
 */
@Component
class Refusals implements AccessDeniedHandler {

    private final DeskActs acts;
    private final Places places;

    Refusals(DeskActs acts, Places places) {
        this.acts = acts;
        this.places = places;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || !(session.getPrincipal() instanceof SignedIn who)) {
            response.sendRedirect(DeskSecurity.SIGN_IN + "?ended");
            return;
        }
        // The path as typed may say anything; the place is ours.
        String place = places.of(request).map(Place::path).orElse("no place");
        String why = denied instanceof CsrfException ? "forged or stale form" : "role";
        acts.append(who.actor(), new Act("access-refused", place, Map.of("method", request.getMethod(), "why", why)));
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}

package jp.kakehashi.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads who is signed in afresh from the ledger for every request, so that an appointment ends on its day and not with the
 * session. Who holds no role today is signed out.
 */
final class RolesOfToday extends OncePerRequestFilter {

    private final People people;
    private final Clock clock;

    RolesOfToday(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || !(session.getPrincipal() instanceof SignedIn before)) {
            chain.doFilter(request, response);
            return;
        }
        LocalDate today = LocalDate.now(clock);
        Optional<Person> person = people.person(before.getName())
                .filter(known -> !known.roles(today).isEmpty());
        if (person.isEmpty()) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect(DeskSecurity.SIGN_IN + "?ended");
            return;
        }
        SecurityContext now = SecurityContextHolder.createEmptyContext();
        now.setAuthentication(LedgerSignIn.token(person.get(), today));
        SecurityContextHolder.setContext(now);
        chain.doFilter(request, response);
    }
}

package jp.kakehashi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Set;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The door of the console (Hawtio), of health and figures: open to those who run the machine today, and to nobody else. What
 * the console may then ask of the program stands in {@code jolokia-access.xml}.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    private static final String CONSOLE = "/actuator/hawtio";
    private static final String LIVENESS = "/actuator/health/liveness";
    private static final String FIGURES = "/actuator/prometheus";

    /** The console runs script, and writes styles of its own; all of it comes from here. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "form-action 'none'; base-uri 'self'; frame-ancestors 'none'";

    @Bean
    @Order(800)
    static Place consolePlace() {
        return Place.of(CONSOLE, "console", Role.OPERATIONS).in(PlaceGroup.WATCH);
    }

    @Bean
    @Order(1)
    SecurityFilterChain consoleDoor(HttpSecurity http, Refusals refusals, People people, Scraping scraping, Clock clock)
            throws Exception {
        // By the servlet's path: Jolokia is a servlet of its own, which patterns for Spring's pages do not match.
        http.securityMatcher(request -> request.getServletPath().startsWith("/actuator/"));
        http.authorizeHttpRequests(requests -> requests.anyRequest()
                .access((session, asked) -> new AuthorizationDecision(
                        isAllowed(asked.getRequest(), scraping) || runsTheMachine(session.get()))));
        http.exceptionHandling(refused -> refused.accessDeniedHandler(refusals)
                .authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(DeskSecurity.SIGN_IN)));
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        http.csrf(ConsoleSecurity::token);
        http.addFilterBefore(new RolesOfToday(people, clock), CsrfFilter.class);
        http.headers(ConsoleSecurity::headers);
        return http.build();
    }

    /** What programs may ask without a person: this machine's own whether the hub lives, the monitoring its figures. */
    private static boolean isAllowed(HttpServletRequest request, Scraping scraping) {
        return switch (request.getServletPath()) {
            case LIVENESS -> isOfThisMachine(request);
            case FIGURES -> scraping.bearsTheToken(request);
            default -> false;
        };
    }

    private static boolean isOfThisMachine(HttpServletRequest request) {
        try {
            // An address, never a name: nothing is looked up.
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean runsTheMachine(Authentication session) {
        return session.getPrincipal() instanceof SignedIn who && who.holdsAnyOf(Set.of(Role.OPERATIONS));
    }

    /** The console's script reads the token from a cookie, which must be there before its first question. */
    private static void token(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(made -> made.sameSite("Strict").path("/actuator"));
        CsrfTokenRequestAttributeHandler eager = new CsrfTokenRequestAttributeHandler();
        eager.setCsrfRequestAttributeName(null);
        csrf.csrfTokenRepository(cookie).csrfTokenRequestHandler(eager);
    }

    /** The console sets a wider policy of its own; ours is written last, and stands. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(
                (request, response) -> response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY));
        headers.addHeaderWriter((request, response) -> response.setHeader("Referrer-Policy", "no-referrer"));
    }
}

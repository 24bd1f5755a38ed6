package jp.kakehashi.desk;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import jp.kakehashi.people.People;
import jp.kakehashi.register.Act;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The doors of the desk: who is not signed in sees the sign-in page only; who is signed in, the places of today's roles.
 * Pages run no script, load nothing from elsewhere, stand in no frame, and are stored nowhere.
 */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

    static final String SIGN_IN = "/sign-in";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, Places places, Refusals refusals, People people, Clock clock, DeskActs acts)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(SIGN_IN, "/desk.css", "/favicon.ico")
                .permitAll()
                .anyRequest()
                .access((session, asked) ->
                        new AuthorizationDecision(places.admit(session.get(), asked.getRequest()))));
        http.formLogin(form -> form.loginPage(SIGN_IN)
                .usernameParameter("account")
                .passwordParameter("password")
                .defaultSuccessUrl("/", true)
                .failureUrl(SIGN_IN + "?refused"));
        http.logout(out ->
                out.logoutUrl("/sign-out").addLogoutHandler(leaving(acts)).logoutSuccessUrl(SIGN_IN + "?left"));
        http.exceptionHandling(refused -> refused.accessDeniedHandler(refusals));
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        http.addFilterBefore(new RolesOfToday(people, clock), CsrfFilter.class);
        http.headers(DeskSecurity::headers);
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        // no-store, nosniff and frame denial are Spring Security's own.
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    private static LogoutHandler leaving(DeskActs acts) {
        return (request, response, session) -> {
            if (session != null && session.getPrincipal() instanceof SignedIn who) {
                acts.append(who.actor(), new Act("signed-out", who.getName()));
            }
        };
    }
}

package jp.kakehashi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Japanese first; {@code ?lang=en} on any page switches to English, {@code ?lang=ja} back, kept in a cookie. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    private static final Map<String, Locale> SPOKEN = Map.of("ja", Locale.JAPANESE, "en", Locale.ENGLISH);

    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("kakehashi-language");
        resolver.setDefaultLocale(Locale.JAPANESE);
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Strict");
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Switch(localeResolver()));
    }

    /** Does what {@code lang} asks for; another word than the two is not heard. */
    private record Switch(LocaleResolver resolver) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Locale asked = SPOKEN.get(String.valueOf(request.getParameter("lang")));
            if (asked != null) {
                resolver.setLocale(request, response, asked);
            }
            return true;
        }
    }
}

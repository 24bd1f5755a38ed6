package jp.kakehashi.desk;

import java.util.Arrays;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page the person or actor that it asks for by {@link Holding}. */
final class HoldingResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Holding.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer model,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        SignedIn who = signedIn();
        Role role = Arrays.stream(
                        parameter.getParameterAnnotation(Holding.class).value())
                .filter(who.roles()::contains)
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("none of the roles wanted is held today"));
        return parameter.getParameterType() == Actor.class ? who.as(role) : who.person();
    }

    private static SignedIn signedIn() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && session.getPrincipal() instanceof SignedIn who) {
            return who;
        }
        throw new AccessDeniedException("nobody is signed in");
    }
}

package jp.kakehashi.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signs in by the accounts of the ledger. Whatever the reason of a refusal, the page hears only that there was one. */
@Component
class LedgerSignIn implements AuthenticationProvider {

    private final People people;
    private final Clock clock;

    LedgerSignIn(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        char[] password = typed.getCredentials().toString().toCharArray();
        if (people.signIn(typed.getName(), password) instanceof SignIn.Admitted admitted) {
            return token(admitted.person(), LocalDate.now(clock));
        }
        throw new BadCredentialsException("refused");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Somebody signed in; what they may do is decided by their place and roles, not by authorities. */
    static Authentication token(Person person, LocalDate day) {
        return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(person, day), null, List.of());
    }
}

package jp.kakehashi.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who asks for a page, with the roles of today; read afresh from the ledger for every request.
 *
 * @param person the person
 * @param day today
 */
record SignedIn(Person person, LocalDate day) implements AuthenticatedPrincipal {

    /** The account, as the name of the session's principal. */
    @Override
    public String getName() {
        return person.account();
    }

    /** The roles of today. */
    public Set<Role> roles() {
        return person.roles(day);
    }

    public boolean holdsAnyOf(Collection<Role> roles) {
        return roles().stream().anyMatch(roles::contains);
    }

    /** The posts of today, for the head of the page. */
    public String post() {
        return person.post(day);
    }

    /**
     * The person acting in a role.
     *
     * @throws IllegalStateException if the person does not hold it today
     */
    public Actor as(Role role) {
        return person.as(role, day);
    }

    /** The person acting in whichever role comes first: for acts that need none in particular. */
    public Actor actor() {
        return as(roles().stream().min(Comparator.naturalOrder()).orElseThrow());
    }
}

package jp.kakehashi.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakehashi.register.Actor;

/**
 * Somebody with an account.
 *
 * @param account the account's name
 * @param name the person's name
 * @param appointments all, past and future ones too
 */
public record Person(String account, String name, List<Appointment> appointments) {

    public Person {
        appointments = List.copyOf(appointments);
    }

    /** Whether the person has that role on that day. */
    public boolean holds(Role role, LocalDate day) {
        return on(day).anyMatch(appointment -> appointment.role() == role);
    }

    /** The roles of that day; empty if there are none. */
    public Set<Role> roles(LocalDate day) {
        return on(day).map(Appointment::role).collect(Collectors.toUnmodifiableSet());
    }

    /** The posts of that day, parted by 「・」; empty if there are none. */
    public String post(LocalDate day) {
        return on(day).map(Appointment::post).distinct().collect(Collectors.joining("・"));
    }

    /**
     * The person acting in a role.
     *
     * @throws IllegalStateException if the person does not hold the role on that day
     */
    public Actor as(Role role, LocalDate day) {
        return on(day).filter(appointment -> appointment.role() == role)
                .findFirst()
                .map(appointment -> new Actor(account, name, appointment.post(), role.name()))
                .orElseThrow(() -> new IllegalStateException(account + " is not " + role + " on " + day));
    }

    /** The person acting in no role: whose attempt is refused, whatever they hold. */
    public Actor inNoRole() {
        return new Actor(account, name, "", "");
    }

    /** Leaves the name out: it is personal data. */
    @Override
    public String toString() {
        return "Person[" + account + "]";
    }

    private Stream<Appointment> on(LocalDate day) {
        return appointments.stream().filter(appointment -> appointment.covers(day));
    }
}

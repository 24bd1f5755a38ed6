package jp.kakehashi.register;

import static java.util.Objects.requireNonNull;

/**
 * Who acts, as they were on that day.
 *
 * @param account the account that is signed in; for the program itself {@code machine}
 * @param name the person's name; empty for the program itself
 * @param post the post held on that day; for the program itself the id of the route
 * @param role the role in which the act is done; for the program itself {@code machine}
 */
public record Actor(String account, String name, String post, String role) {

    private static final String MACHINE = "machine";

    public Actor {
        requireNonNull(account);
        requireNonNull(name);
        requireNonNull(post);
        requireNonNull(role);
    }

    /**
     * The program itself, acting without a person.
     *
     * @param route what acts: the id of a route, e.g. {@code ward-10-poll}, or the name of a door
     */
    public static Actor machine(String route) {
        return new Actor(MACHINE, "", route, MACHINE);
    }

    /** Leaves the name out: it is personal data. */
    @Override
    public String toString() {
        return "Actor[" + account + ", " + post + ", " + role + "]";
    }
}

package jp.kakehashi.desk;

import java.util.Set;
import jp.kakehashi.people.Role;

/**
 * A place on the desk: one bean for each group of pages. The home page and the navigation list the places in the order of
 * their beans ({@code @Order}); only who holds one of the roles today may enter.
 *
 * @param path the path below which the pages lie, e.g. {@code /cases}
 * @param label the key of its name in {@code messages/}; the key followed by {@code .purpose} says what it is for
 * @param roles who may enter
 */
record Place(String path, String label, Set<Role> roles) {

    /** A place for these roles. */
    static Place of(String path, String label, Role... roles) {
        return new Place(path, label, Set.of(roles));
    }

    boolean contains(String requested) {
        return requested.equals(path) || requested.startsWith(path + "/");
    }

    boolean isOpenTo(SignedIn who) {
        return who.holdsAnyOf(roles);
    }
}

package jp.kakehashi.desk;

import java.util.Set;
import jp.kakehashi.people.Role;

/**
 * A place on the desk: one bean for each group of pages. The home page and the navigation list the places in the order of
 * their beans ({@code @Order}); only who holds one of the roles today may enter.
 *
 * @param path the path below which the pages lie, e.g. {@code /cases}
 * @param label the key of its name in {@code messages/}; the key followed by {@code .purpose} says what it is for
 * @param group where it is listed
 * @param roles who may enter
 */
record Place(String path, String label, PlaceGroup group, Set<Role> roles) {

    /** A place of daily work for these roles. */
    static Place of(String path, String label, Role... roles) {
        return new Place(path, label, PlaceGroup.DAILY, Set.of(roles));
    }

    /** The same, listed in another group. */
    Place in(PlaceGroup other) {
        return new Place(path, label, other, roles);
    }

    boolean contains(String requested) {
        return requested.equals(path) || requested.startsWith(path + "/");
    }

    boolean isOpenTo(SignedIn who) {
        return who.holdsAnyOf(roles);
    }
}

package jp.kakehashi.release;

import jp.kakehashi.register.Actor;

/**
 * Somebody of the office who decided, looked or stood by, with the post of that day.
 *
 * @param account the account
 * @param post the post they acted in
 * @param name the person's name
 */
public record Official(String account, String post, String name) {

    /** Who acted. */
    static Official of(Actor who) {
        return new Official(who.account(), who.post(), who.name());
    }

    /** Leaves the name out: it is personal data. */
    @Override
    public String toString() {
        return "Official[" + account + ", " + post + "]";
    }
}

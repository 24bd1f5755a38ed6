package jp.kakehashi.people;

/** What came of an attempt to sign in. */
public sealed interface SignIn {

    /** The person is who they say, and has a role today. */
    record Admitted(Person person) implements SignIn {}

    /** The attempt was refused. Which reason it was is for the chain and the tests, not for the page. */
    record Refused(Reason reason) implements SignIn {}

    /** Why an attempt is refused. */
    enum Reason {
        /** No such account, or not its password. */
        WRONG,
        /** Too many wrong passwords a short time ago; the right one does not help either. */
        LOCKED,
        /** The right password, but no appointment is valid today. */
        NO_ROLE_TODAY
    }
}

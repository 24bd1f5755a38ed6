package jp.kakehashi.source;

/**
 * What the source says about one person, compared with the last time.
 */
public sealed interface Finding {

    /** The keyed digest of the person's number in the source. */
    String personKey();

    /** Never seen before, and something is owed. */
    record New(String personKey, Facts facts) implements Finding {}

    /** Something is owed, and something changed. */
    record Changed(String personKey, Facts facts) implements Finding {}

    /** Seen before in arrears, and nothing is owed any more. */
    record Settled(String personKey, Facts facts) implements Finding {}

    /** Nothing changed but, perhaps, the day. */
    record Unchanged(String personKey, Facts facts) implements Finding {}

    /**
     * A row about the person breaks the column contract, so that nothing can be said about him or her.
     *
     * @param query the query's name
     * @param column the column whose value does not fit
     */
    record Unreadable(String personKey, String query, String column) implements Finding {}
}

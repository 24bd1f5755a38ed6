package jp.kakehashi.source;

import java.time.Instant;

/** What the source says about one person, compared with the last time. */
public sealed interface Finding {

    /** The keyed digest of the person's number in the source. */
    String personKey();

    /** When the source said so. */
    Instant asOf();

    /** A finding that comes with everything the source knows about the person. */
    sealed interface WithFacts extends Finding {

        /** What the source knows. */
        Facts facts();

        @Override
        default Instant asOf() {
            return facts().asOf();
        }
    }

    /** Never seen before, and something is owed. */
    record New(String personKey, Facts facts) implements WithFacts {}

    /** Something is owed, and something changed. */
    record Changed(String personKey, Facts facts) implements WithFacts {}

    /** Seen before, and nothing is in arrears any more. */
    record Settled(String personKey, Facts facts) implements WithFacts {}

    /** Nothing changed but, perhaps, the day. */
    record Unchanged(String personKey, Facts facts) implements WithFacts {}

    /** Asked about this person, the source knew nothing. */
    record Gone(String personKey, Instant asOf) implements Finding {}

    /**
     * A row about the person breaks the column contract, so that nothing can be said about him or her.
     *
     * @param query the query's name
     * @param column the column whose value does not fit
     */
    record Unreadable(String personKey, Instant asOf, String query, String column) implements Finding {}
}

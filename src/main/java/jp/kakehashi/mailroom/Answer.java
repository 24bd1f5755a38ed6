package jp.kakehashi.mailroom;

import java.util.Optional;

/** How the conversation with the mail server ended. */
public sealed interface Answer {

    /** What the mail server said last, or what happened instead; no value of ours in it. */
    String reply();

    /** Where the letter stands after it. */
    LetterState state();

    /** The server took responsibility (250 after the final dot). */
    record Accepted(String reply, Optional<String> queueId) implements Answer {
        @Override
        public LetterState state() {
            return LetterState.POSTED;
        }
    }

    /**
     * The server will not take it (5xx).
     *
     * @param recipient whether it was a recipient that it refused; the others got nothing either
     */
    record Refused(String reply, boolean recipient) implements Answer {
        @Override
        public LetterState state() {
            return LetterState.REFUSED;
        }
    }

    /** The server cannot take it now (4xx), or did not get as far as the final dot. */
    record Deferred(String reply) implements Answer {
        @Override
        public LetterState state() {
            return LetterState.DEFERRED;
        }
    }

    /** The server said nothing to the final dot: nobody knows. */
    record Silent(String reply) implements Answer {
        @Override
        public LetterState state() {
            return LetterState.OUTCOME_UNKNOWN;
        }
    }
}

package jp.kakehashi.mailroom;

/** What became of a letter after all. */
public enum Settlement {
    /** It was taken over by the mail server. */
    POSTED(LetterState.POSTED),
    /** It came back, or did not arrive, as far as is known. */
    RETURNED(LetterState.RETURNED),
    /** It never arrived. */
    NOT_DELIVERED(LetterState.NOT_DELIVERED);

    private final LetterState state;

    Settlement(LetterState state) {
        this.state = state;
    }

    /** Whether a person's word may settle so what stands there: that something was taken over does not say it arrived. */
    boolean settles(LetterState standing) {
        return standing == LetterState.OUTCOME_UNKNOWN || (standing == LetterState.POSTED && this != POSTED);
    }

    LetterState state() {
        return state;
    }
}

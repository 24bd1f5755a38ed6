package jp.kakehashi.mailroom;

/** What became of a letter after all. */
public enum Settlement {
    /** It was taken over by the mail server. */
    POSTED(LetterState.POSTED),
    /** It never arrived. */
    NOT_DELIVERED(LetterState.NOT_DELIVERED);

    private final LetterState state;

    Settlement(LetterState state) {
        this.state = state;
    }

    LetterState state() {
        return state;
    }
}

package jp.kakehashi.mailroom;

/** Where a letter stands. */
public enum LetterState {
    /** Released, and waiting for a poster. */
    QUEUED("送信待ち"),
    /** A poster has it in hand. */
    POSTING("送信中"),
    /** The mail server took it over. */
    POSTED("送信済"),
    /** The mail server, or our own last check, refused it. */
    REFUSED("送信不可"),
    /** The mail server could not take it now. */
    DEFERRED("再送待ち"),
    /** Nobody knows whether the mail server took it over. */
    OUTCOME_UNKNOWN("送信結果不明"),
    /** Its time passed before it was posted. */
    LAPSED("立会い期限切れ"),
    /** It was posted, and came back. */
    RETURNED("不達"),
    /** A named person established that it never arrived. */
    NOT_DELIVERED("不達確認");

    private final String label;

    LetterState(String label) {
        this.label = label;
    }

    /** The Japanese word on screens. */
    public String label() {
        return label;
    }

    /** Whether a poster may still come for it. */
    boolean awaitsPoster() {
        return this == QUEUED || this == POSTING || this == DEFERRED;
    }

    /** Whether evidence about its delivery makes sense: a mail server may have seen it. */
    boolean mayHaveLeft() {
        return this == POSTING || this == POSTED || this == OUTCOME_UNKNOWN || this == RETURNED;
    }
}

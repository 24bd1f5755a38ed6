package jp.kakehashi.mailroom;

/** Where a received mail stands. */
public enum MailState {
    /** Stored raw, not yet sorted. */
    STORED,
    /** A parcel that somebody waits for, who will open it. */
    ARRIVED,
    /** Done: it said what it had to say, or a person dealt with it. */
    HANDLED,
    /** It was received before. */
    DUPLICATE,
    /** Of a kind that says nothing. */
    IGNORED,
    /** For a person to look at. */
    HELD
}

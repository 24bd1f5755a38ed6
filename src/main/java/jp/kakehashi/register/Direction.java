package jp.kakehashi.register;

/** Which way a message went. */
public enum Direction {
    /** From this office to the other. */
    SENT,
    /** From the other office to this one. */
    RECEIVED
}

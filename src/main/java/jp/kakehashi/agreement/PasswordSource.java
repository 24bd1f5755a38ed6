package jp.kakehashi.agreement;

/** Where the two passwords of a parcel come from. */
public enum PasswordSource {
    /** New ones for each parcel, told by telephone. */
    GENERATED,
    /** The next pair of a table that was handed over in a sealed envelope; the mail names the pair's number. */
    AGREED_TABLE
}

package jp.kakehashi.source;

/** What a search for assets or a seizure came to. */
public enum SearchOutcome {
    /** Nothing that could be seized was found. */
    NOTHING_FOUND,
    /** Something was found or seized, but it does not cover the arrears. */
    INSUFFICIENT,
    /** Assets were found. */
    FOUND
}

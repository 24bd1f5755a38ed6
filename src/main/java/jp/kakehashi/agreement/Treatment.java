package jp.kakehashi.agreement;

/** What becomes of a person while collection is stopped or put off. */
public enum Treatment {
    /** Not provided for now; who was provided before stays provided. */
    HOLD,
    /** Not provided, and who was provided before is withdrawn. */
    WITHDRAW
}

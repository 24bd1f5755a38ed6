package jp.kakehashi.agreement;

/** Whether something must be there before ② may go. */
public enum Requirement {
    REQUIRED,
    NOT_REQUIRED
}

package jp.kakehashi.casefile;

/** The states of a case, with the words of the screens. */
public enum CaseState {
    /** Passes screening; waits for an officer. */
    CANDIDATE("候補"),
    /** Confirmed by an officer, for exactly these facts. */
    READY("確認済"),
    /** Does not belong on the list, for the reasons kept with it. */
    EXCLUDED("対象外"),
    /** The bureau has been told, or may have been. */
    PROVIDED("提供済"),
    /** Paid: the bureau is owed ⑤. */
    RESOLUTION_DUE("解消・要通知"),
    /** The bureau was told of the payment. */
    RESOLVED("解消通知済"),
    /** No longer belongs on the list, without having paid: the bureau is owed ⑥. */
    WITHDRAWAL_DUE("取消し・要通知"),
    /** The bureau was told of the withdrawal. */
    WITHDRAWN("取消し通知済"),
    /** Ended. */
    CLOSED("終了");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    /** The Japanese word. */
    public String label() {
        return label;
    }

    /** Whether the bureau has not been told about the person. */
    boolean isBeforeProvision() {
        return this == CANDIDATE || this == READY || this == EXCLUDED;
    }

    /** Whether the bureau has been told, and the case follows the source. */
    boolean isProvided() {
        return this == PROVIDED || this == RESOLUTION_DUE || this == WITHDRAWAL_DUE;
    }
}

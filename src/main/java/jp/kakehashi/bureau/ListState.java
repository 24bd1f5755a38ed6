package jp.kakehashi.bureau;

/** Where a listed row stands. */
public enum ListState {
    /** Received, and in force. */
    LISTED("登録中"),
    /** The arrears are resolved (⑤). */
    RESOLVED("解消"),
    /** The provision was withdrawn (⑥). */
    WITHDRAWN("取消し");

    private final String label;

    ListState(String label) {
        this.label = label;
    }

    /** The Japanese word on screens. */
    public String label() {
        return label;
    }
}

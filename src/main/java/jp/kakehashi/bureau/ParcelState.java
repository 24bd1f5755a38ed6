package jp.kakehashi.bureau;

/** Where a received parcel stands. */
public enum ParcelState {
    /** Waits for its passwords. */
    ARRIVED("パスワード待ち"),
    /** Passwords are typed; the opening is under way. */
    OPENING("開封中"),
    /** Opened, checked and acknowledged. */
    OPENED("開封済"),
    /** Not to be opened, or not as agreed; reported to the sender. */
    HELD("要確認");

    private final String label;

    ParcelState(String label) {
        this.label = label;
    }

    /** The Japanese word on screens. */
    public String label() {
        return label;
    }

    boolean isSettled() {
        return this == OPENED || this == HELD;
    }
}

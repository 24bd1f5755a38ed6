package jp.kakehashi.shipment;

/** The next step for a parcel that the recipient cannot open, in the office's order; see {@link Reopening}. */
public enum Remedy {
    /** Call again, and read the passwords once more. */
    CALL_AGAIN("もう一度電話し、パスワードを読み上げ直す"),
    /** Compare: is it this file, and this slip? */
    COMPARE_SLIP("電話連絡票を照らし合わせる"),
    /** Have it sealed afresh, by the other agreed method where there is one. */
    SEAL_AFRESH("暗号化し直す");

    private final String label;

    Remedy(String label) {
        this.label = label;
    }

    /** The step on the screens, in Japanese. */
    public String label() {
        return label;
    }
}

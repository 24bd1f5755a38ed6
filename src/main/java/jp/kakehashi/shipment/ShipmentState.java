package jp.kakehashi.shipment;

/**
 * Where a shipment stands.
 *
 * <p>{@code DRAFTED → DECIDED → SEALED → RELEASED → POSTED → ACKNOWLEDGED}; a lapsed release goes back to SEALED, dropped
 * rows go back to DECIDED (no rows left: CANCELLED), and what the server or the recipient says of the letter leads to
 * REFUSED, RETURNED, OUTCOME_UNKNOWN, NOT_DELIVERED or UNREADABLE. From UNREADABLE it goes back to POSTED where it opens
 * after all, or to DECIDED, to be sealed afresh.
 */
public enum ShipmentState {
    DRAFTED("作成中"),
    DECIDED("決裁済"),
    SEALED("暗号化済"),
    RELEASED("立会確認済（送信待ち）"),
    POSTED("送信済"),
    ACKNOWLEDGED("受領確認済"),
    CANCELLED("送信取りやめ"),
    REFUSED("送信不可（サーバー拒否）"),
    RETURNED("不達"),
    OUTCOME_UNKNOWN("送信結果不明"),
    NOT_DELIVERED("不達確認"),
    UNREADABLE("開封不可");

    private final String label;

    ShipmentState(String label) {
        this.label = label;
    }

    /** The word on the screens, in Japanese. */
    public String label() {
        return label;
    }
}

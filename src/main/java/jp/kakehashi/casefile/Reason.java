package jp.kakehashi.casefile;

/** Why a person does not belong on the list, or not any more. */
public enum Reason {
    JAPANESE_NATIONAL("日本国籍", true),
    PERMANENT_RESIDENT("永住者", true),
    SPECIAL_PERMANENT_RESIDENT("特別永住者", true),
    UNDER_ONE_YEAR_OVERDUE("滞納期間が基準未満", false),
    NO_CARD_NUMBER("在留カード番号なし", false),
    DATA_INCOMPLETE("登録内容の不備", false),
    RECENT_PAYMENT_OR_UNPOSTED("最近の納付または未反映の納付あり", false),
    /** Supported persons (支援措置). Its label tells nothing: other reasons show as these words too. */
    PROTECTED_PERSON("対象外（要配慮）", true),
    DECEASED("死亡", true),
    DEPARTED("出国", true),
    MOVED_OUT("転出", false),
    NATURALISED("帰化", true),
    /** Nothing is in arrears, or the source knows nothing of the person any more. */
    NO_ARREARS("滞納なし", false),
    /** The facts are others than those confirmed. */
    FACTS_CHANGED("登録内容の変更（再確認待ち）", false);

    private final String label;
    private final boolean endsProvision;

    Reason(String label, boolean endsProvision) {
        this.label = label;
        this.endsProvision = endsProvision;
    }

    /** The Japanese words. */
    public String label() {
        return label;
    }

    /** Whether somebody already provided must be withdrawn for it. */
    boolean endsProvision() {
        return endsProvision;
    }
}

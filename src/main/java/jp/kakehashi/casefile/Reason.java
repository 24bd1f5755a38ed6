package jp.kakehashi.casefile;

/** Why a person does not belong on the list, or not now, or not any more. */
public enum Reason {
    /** The payer, who is the head of the household, is a Japanese national, whoever is insured. */
    PAYER_NOT_FOREIGN("納付義務者が外国籍でない", true),
    PERMANENT_RESIDENT("永住者", true),
    SPECIAL_PERMANENT_RESIDENT("特別永住者", true),
    /** 擬制世帯主: pays for the household without being insured. Held until the ward decides. */
    HEAD_NOT_INSURED("世帯主が被保険者でない（保留）", false),
    /** The arrears may be another person's by now. Held until the register is settled. */
    HEAD_CHANGED("世帯主の変更あり（保留）", false),
    UNDER_ONE_YEAR_OVERDUE("滞納期間が基準未満", false),
    COLLECTION_NOT_EXHAUSTED("滞納処分が十分でない", false),
    REMINDER_NOT_SERVED("督促状の返戻あり（保留）", false),
    NO_CARD_NUMBER("在留カード番号なし", false),
    DATA_INCOMPLETE("登録内容の不備", false),
    RECENT_PAYMENT_OR_UNPOSTED("最近の納付または未反映の納付あり", false),
    RECEIPT_SEEN("領収証書を確認（入金反映待ち）", false),
    PARTIAL_PAYMENT("一部納付あり（保留）", false),
    CONSULTATION_IN_PROGRESS("納付相談中（保留）", false),
    INSTALMENT_ON_TRACK("分納誓約を履行中（保留）", false),
    EXECUTION_SUSPENDED("執行停止中（保留）", false),
    DEFERRED("徴収猶予・換価猶予中（保留）", false),
    ASSESSMENT_UNDER_DISPUTE("審査請求中（保留）", false),
    /** Disaster, illness, loss of work and the like. Shown by its own words to the manager only. */
    SPECIAL_CIRCUMSTANCES("特別の事情あり", false),
    /** Supported persons (支援措置). Shown by its own words to the manager only. */
    PROTECTED_PERSON("支援措置等", true),
    DECEASED("死亡", true),
    DEPARTED("出国", true),
    MOVED_OUT("転出", false),
    NATURALISED("帰化", true),
    /** Nothing can be claimed any more; the arrears did not end by payment. */
    TIME_BARRED("時効完成", false),
    /** Nothing is in arrears, or the source knows nothing of the person any more. */
    NO_ARREARS("滞納なし", false),
    /** The facts are others than those confirmed. */
    FACTS_CHANGED("登録内容の変更（再確認待ち）", false);

    /** What is shown instead of a reason that is nobody's business but the manager's. */
    static final String MASKED = "対象外（要配慮）";

    private final String label;
    private final boolean endsProvision;

    Reason(String label, boolean endsProvision) {
        this.label = label;
        this.endsProvision = endsProvision;
    }

    /** The Japanese words, which tell nothing where only the manager may know. */
    public String label() {
        return isConfidential() ? MASKED : label;
    }

    /** The Japanese words for the manager. */
    String labelForManager() {
        return label;
    }

    /** Whether only the manager may know it. */
    public boolean isConfidential() {
        return this == PROTECTED_PERSON || this == SPECIAL_CIRCUMSTANCES;
    }

    /** Whether somebody already provided must be withdrawn for it, whatever the agreement sets. */
    boolean endsProvision() {
        return endsProvision;
    }
}

package jp.kakehashi.source;

/** Kinds of steps in the work on arrears. */
public enum EventKind {
    /** 督促状, the statutory reminder of one instalment. */
    REMINDER,
    /** 督促状返戻. */
    REMINDER_RETURNED,
    /** 催告書. */
    DEMAND_LETTER,
    /** 差押予告・最終催告. */
    FINAL_DEMAND,
    /** 電話催告. */
    PHONE,
    /** SMS催告. */
    SMS,
    /** 訪問・臨戸. */
    VISIT,
    /** 納付相談. */
    CONSULTATION,
    /** 分納誓約. */
    INSTALMENT_PLEDGE,
    /** 分納不履行. */
    PLEDGE_BROKEN,
    /** 財産調査. */
    ASSET_SEARCH,
    /** 給与照会. */
    EMPLOYER_INQUIRY,
    /** 差押. */
    SEIZURE,
    /** 差押不能. */
    SEIZURE_IMPOSSIBLE,
    /** 差押解除. */
    RELEASE,
    /** 換価・取立. */
    REALISATION,
    /** 交付要求. */
    DELIVERY_DEMAND,
    /** 納付. */
    PAYMENT,
    /** 一部納付. */
    PARTIAL_PAYMENT,
    /** 充当. */
    OFFSET,
    /** 徴収猶予・換価猶予. */
    DEFERMENT,
    /** 減免. */
    REDUCTION,
    /** 執行停止. */
    SUSPENSION,
    /** 執行停止取消. */
    SUSPENSION_CANCELLED,
    /** 公示送達. */
    PUBLIC_NOTICE,
    /** 特別療養費への切替. */
    SPECIAL_CARE_COST,
    /** 多言語対応. */
    LANGUAGE_SUPPORT
}

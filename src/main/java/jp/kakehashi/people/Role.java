package jp.kakehashi.people;

/** What a person may be designated for, between two dates. */
public enum Role {
    /** Works on cases and sends; on the list of handlers (取扱者指定簿). */
    HANDLER("取扱者"),
    /** Stands by when something is sent; on the list of handlers too. */
    WITNESS("立会人"),
    /** The section chief who decides. */
    PRIVACY_MANAGER("保護管理者"),
    /** Decides drafts while the section chief is away (代決); on the list of handlers too. */
    DEPUTY("代決者"),
    /** Looks at the chain and the register. */
    AUDITOR("監査担当者"),
    /** Runs the machine; sees no person's data. */
    OPERATIONS("システム運用担当者"),
    /** Receives, in the bureau. */
    RECEIVER("受領担当者");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The word for it in the office. */
    public String label() {
        return label;
    }
}

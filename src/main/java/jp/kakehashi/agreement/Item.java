package jp.kakehashi.agreement;

/** The ten items that the ward's privacy board approved for provision. There is no eleventh. */
public enum Item {
    NAME_ROMAN("氏名（英字）"),
    NAME_KANJI("氏名（漢字）"),
    SEX("性別"),
    BIRTH_DATE("生年月日"),
    NATIONALITY_REGION("国籍・地域"),
    RESIDENCE_CARD_NUMBER("在留カード番号"),
    STATUS_OF_RESIDENCE("在留資格"),
    PERIOD_OF_STAY("在留期間"),
    STAY_EXPIRES_ON("在留期限"),
    EXHAUSTION_REASON("滞納処分を十分に尽くしたといえる理由");

    private final String label;

    Item(String label) {
        this.label = label;
    }

    /** Whether its cells are dates. */
    boolean isDate() {
        return this == BIRTH_DATE || this == STAY_EXPIRES_ON;
    }

    /** The words of the ward's own document, also the default heading. */
    public String label() {
        return label;
    }
}

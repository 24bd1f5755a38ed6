package jp.kakehashi.source;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The statuses of residence (在留資格) as printed on the card, with the periods usual for each. A status whose periods are
 * set individually has none listed. Source: Immigration Control Act, tables 1 and 2, and its enforcement regulation.
 */
public enum StatusOfResidence {
    DIPLOMAT("外交", Card.NONE),
    OFFICIAL("公用", Card.NONE),
    PROFESSOR("教授", "5年,3年,1年,3月"),
    ARTIST("芸術", "5年,3年,1年,3月"),
    RELIGIOUS("宗教", "5年,3年,1年,3月"),
    JOURNALIST("報道", "5年,3年,1年,3月"),
    HSP_1_I("高度専門職1号イ", "5年"),
    HSP_1_RO("高度専門職1号ロ", "5年"),
    HSP_1_HA("高度専門職1号ハ", "5年"),
    HSP_2("高度専門職2号", "無期限"),
    BUSINESS_MANAGER("経営・管理", "5年,3年,1年,6月,4月,3月"),
    LEGAL_ACCOUNTING("法律・会計業務", "5年,3年,1年,3月"),
    MEDICAL("医療", "5年,3年,1年,3月"),
    RESEARCHER("研究", "5年,3年,1年,3月"),
    INSTRUCTOR("教育", "5年,3年,1年,3月"),
    ENGINEER_HUM_INTL("技術・人文知識・国際業務", "5年,3年,1年,3月"),
    INTRA_COMPANY("企業内転勤", "5年,3年,1年,3月"),
    NURSING_CARE("介護", "5年,3年,1年,3月"),
    ENTERTAINER("興行", "3年,1年,6月,3月,30日"),
    SKILLED_LABOR("技能", "5年,3年,1年,3月"),
    SSW_1("特定技能1号", ""),
    SSW_2("特定技能2号", "3年,2年,1年,6月"),
    TIT_1_I("技能実習1号イ", ""),
    TIT_1_RO("技能実習1号ロ", ""),
    TIT_2_I("技能実習2号イ", ""),
    TIT_2_RO("技能実習2号ロ", ""),
    TIT_3_I("技能実習3号イ", ""),
    TIT_3_RO("技能実習3号ロ", ""),
    CULTURAL("文化活動", "3年,1年,6月,3月"),
    TEMP_VISITOR("短期滞在", Card.NONE),
    STUDENT("留学", ""),
    TRAINEE("研修", "1年,6月,3月"),
    DEPENDENT("家族滞在", ""),
    DESIGNATED("特定活動", ""),
    PERMANENT("永住者", "無期限"),
    SPOUSE_JP("日本人の配偶者等", "5年,3年,1年,6月"),
    SPOUSE_PR("永住者の配偶者等", "5年,3年,1年,6月"),
    LONG_TERM("定住者", ""),
    SPECIAL_PERMANENT("特別永住者", Card.NONE),
    IKUSEI_SHURO("育成就労", "", LocalDate.of(2027, 4, 1));

    private final String label;
    private final Card card;
    // Unmodifiable; the checker knows no JDK type that is.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> usualPeriods;

    private final LocalDate validFrom;

    StatusOfResidence(String label, Card card) {
        this(label, card, List.of(), LocalDate.MIN);
    }

    StatusOfResidence(String label, String usualPeriods) {
        this(label, usualPeriods, LocalDate.MIN);
    }

    StatusOfResidence(String label, String usualPeriods, LocalDate validFrom) {
        this(label, Card.ISSUED, usualPeriods.isEmpty() ? List.of() : List.of(usualPeriods.split(",", -1)), validFrom);
    }

    StatusOfResidence(String label, Card card, List<String> usualPeriods, LocalDate validFrom) {
        this.label = label;
        this.card = card;
        this.usualPeriods = usualPeriods;
        this.validFrom = validFrom;
    }

    /**
     * The status of that name on that day.
     *
     * @param label exactly as on the card
     * @return empty if no such status exists, or not yet
     */
    public static Optional<StatusOfResidence> of(String label, LocalDate today) {
        return Arrays.stream(values())
                .filter(status -> status.label.equals(label) && !status.validFrom.isAfter(today))
                .findFirst();
    }

    /** The Japanese name on the card. */
    public String label() {
        return label;
    }

    /** Whether residents with this status hold a residence card. */
    public boolean hasCard() {
        return card == Card.ISSUED;
    }

    /** Whether the stay has no end: 永住者 and 高度専門職2号. */
    public boolean isUnlimited() {
        return usualPeriods.contains("無期限");
    }

    /** Whether the period is one of the usual ones; the Minister may set others, so "no" is a reason to look again. */
    public boolean isUsual(PeriodOfStay period) {
        return usualPeriods.isEmpty() ? !period.unlimited() : usualPeriods.contains(period.text());
    }

    private enum Card {
        ISSUED,
        NONE
    }
}

package jp.kakehashi.agreement;

import java.util.regex.Pattern;

/** How the receiver's form writes a date. The calendar is the residence card's own; always text, since parts may be unknown. */
public enum DateForm {
    /** 1990年01月05日, as on the card. */
    KANJI("%04d年%02d月%02d日"),
    /** 1990/01/05. */
    SLASHES("%04d/%02d/%02d"),
    /** 1990-01-05. */
    HYPHENS("%04d-%02d-%02d"),
    /** 19900105. */
    DIGITS("%04d%02d%02d");

    private final String format;
    private final Pattern pattern;

    DateForm(String format) {
        this.format = format;
        this.pattern = Pattern.compile(format.replace("%04d", "[0-9]{4}").replace("%02d", "[0-9]{2}"));
    }

    /**
     * Writes a date.
     *
     * @param year four digits, 0 if unknown
     * @param month 1–12, 0 if unknown
     * @param day 1–31, 0 if unknown
     */
    public String of(int year, int month, int day) {
        return format.formatted(year, month, day);
    }

    /** Whether a cell is written in this form; an unknown part is zeros. */
    public boolean fits(String cell) {
        return pattern.matcher(cell).matches();
    }
}

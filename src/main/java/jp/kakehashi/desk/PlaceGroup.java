package jp.kakehashi.desk;

import java.util.Locale;

/** How the places are grouped on the home page and in the navigation, in this order. */
enum PlaceGroup {
    /** 毎日の業務: from the candidate to what is sent. */
    DAILY,
    /** 点検と停止: what to look into, and what bars a provision. */
    WATCH,
    /** 記録: what was done, and what was told about whom. */
    RECORDS,
    /** 担当と準備: who is in charge, who may do what, what was handed over. */
    PREPARATION;

    /** The key of its name in {@code messages/}. */
    public String label() {
        return "places." + name().toLowerCase(Locale.ROOT);
    }
}

package jp.kakehashi.source;

/** What a search for assets looked for; never at which bank or employer. */
public enum Asset {
    DEPOSITS("預貯金"),
    WAGES("給与"),
    INSURANCE("生命保険"),
    REAL_ESTATE("不動産"),
    VEHICLE("自動車");

    private final String label;

    Asset(String label) {
        this.label = label;
    }

    /** The Japanese word, as it may stand in a reason text. */
    public String label() {
        return label;
    }
}

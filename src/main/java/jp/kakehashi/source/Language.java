package jp.kakehashi.source;

/** The languages in which the office works with payers. */
public enum Language {
    JA("日本語"),
    EN("英語"),
    ZH("中国語"),
    KO("韓国語"),
    VI("ベトナム語"),
    NE("ネパール語"),
    MY("ミャンマー語"),
    TL("タガログ語"),
    TH("タイ語"),
    ID("インドネシア語"),
    PT("ポルトガル語"),
    ES("スペイン語"),
    FR("フランス語");

    private final String label;

    Language(String label) {
        this.label = label;
    }

    /** The Japanese name, as it may stand in a reason text. */
    public String label() {
        return label;
    }
}

package jp.kakehashi.agreement;

/** How the outer zip is encrypted. The workbook inside is the real lock. */
public enum ZipMethod {
    /** AES-256; Windows' own zip tool cannot open it before recent versions. */
    AES_256("AES-256"),
    /** The old cipher that every tool opens; weak, by recorded decision only. */
    ZIPCRYPTO("ZipCrypto");

    private final String label;

    ZipMethod(String label) {
        this.label = label;
    }

    /** Its name on screens, in any language. */
    public String label() {
        return label;
    }
}

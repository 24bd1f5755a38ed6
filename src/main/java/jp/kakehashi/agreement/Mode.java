package jp.kakehashi.agreement;

/** Whether real persons are concerned. */
public enum Mode {
    /** Fictitious persons only (card numbers {@code ZZ…ZZ}), every page and sheet marked. */
    TRAINING("研修用"),
    /** Real persons: fictitious numbers and demo keys are refused. */
    LIVE("本番");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** The Japanese mark. */
    public String label() {
        return label;
    }
}

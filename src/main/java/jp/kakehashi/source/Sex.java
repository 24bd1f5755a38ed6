package jp.kakehashi.source;

/** Sex as the register holds it: codes 1 and 2, 0 for unknown, 9 for not applicable (ISO 5218). */
public enum Sex {
    MALE("男"),
    FEMALE("女"),
    UNKNOWN(""),
    NOT_APPLICABLE("");

    private final String label;

    Sex(String label) {
        this.label = label;
    }

    /** What is written; empty where it is not known, never guessed. */
    public String label() {
        return label;
    }
}

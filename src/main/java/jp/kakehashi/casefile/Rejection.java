package jp.kakehashi.casefile;

/**
 * One "no" of screening.
 *
 * @param reason which rule said it
 * @param detail what exactly, in Japanese, without a value; empty where the reason says all
 */
public record Rejection(Reason reason, String detail) {

    static Rejection of(Reason reason) {
        return new Rejection(reason, "");
    }

    /** Reason and detail as shown. */
    public String words() {
        return detail.isEmpty() ? reason.label() : reason.label() + "（" + detail + "）";
    }
}

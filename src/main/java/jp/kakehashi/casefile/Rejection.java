package jp.kakehashi.casefile;

import java.util.List;

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

    /** That reason, if it is so. */
    static List<Rejection> when(boolean so, Reason reason) {
        return so ? List.of(of(reason)) : List.of();
    }

    /** Reason and detail as shown. */
    public String words() {
        return with(reason.label());
    }

    /** The same for the manager, from whom nothing is kept. */
    String wordsForManager() {
        return with(reason.labelForManager());
    }

    private String with(String label) {
        return detail.isEmpty() ? label : label + "（" + detail + "）";
    }
}

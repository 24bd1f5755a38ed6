package jp.kakehashi.agreement;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of documents that the parties exchange, with the code that stands in file names. */
public enum DocumentKind {
    /** The test exchange (送受信試験): one fictitious row on the same path. */
    TEST("00TEST", "送受信試験"),
    /** ② the persons in arrears, ward to bureau. */
    PROVISION("02PROV", "滞納者情報"),
    /** Instead of ②, in a month without anyone to provide (該当なし): a plain mail. */
    NIL_NOTICE("", "該当なし通知"),
    /** ③ a question, bureau to ward. */
    INQUIRY("03INQ", "疑義照会"),
    /** ④ its answer, ward to bureau. */
    ANSWER("04ANS", "疑義照会回答"),
    /** ⑤ those who paid, ward to bureau. */
    RESOLVED("05RESV", "滞納解消者情報"),
    /** ⑥ correction and withdrawal, ward to bureau. */
    CORRECTION("06CORR", "訂正・提供の取消し");

    private final String code;
    private final String label;

    DocumentKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The code in file names, such as {@code 02PROV}; empty for a plain mail, which has no file. */
    public String code() {
        return code;
    }

    /** The Japanese name on screens. */
    public String label() {
        return label;
    }

    /** Whether it goes as a plain mail: no parcel, no password, nobody in it. */
    public boolean isPlainMail() {
        return code.isEmpty();
    }

    /**
     * Whether it leads back from a provision: answer, resolved, correction. What guards ② warns of these and does not
     * block them.
     */
    public boolean isWayBack() {
        return this == ANSWER || this == RESOLVED || this == CORRECTION;
    }

    /**
     * The kind that a file name's code stands for.
     *
     * @param code such as {@code 02PROV}; anything else gives nothing
     */
    public static Optional<DocumentKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}

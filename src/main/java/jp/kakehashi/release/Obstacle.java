package jp.kakehashi.release;

/**
 * One thing that stands against a document.
 *
 * @param why what kind of thing
 * @param detail which one: the line, the days, since when; no personal data
 */
public record Obstacle(Why why, String detail) {

    /** What can stand against a document. */
    public enum Why {
        /** A required line of the agreement's checklist is open. */
        CHECKLIST("必須の確認事項が済んでいません"),
        /** The kind of document is outside its period. */
        PERIOD("取決めで定めた期間外です"),
        /** The written agreement is not in force. */
        AGREEMENT("取決めの有効期間外です"),
        /** The 保護管理者 has stopped ②. */
        STOP("保護管理者が提供を停止しています"),
        /** An incident stops ② until the 保護管理者 lifts that. */
        INCIDENT("漏えい等の事案により提供を停止しています"),
        /** It is in doubt whether the recipient's address is the recipient's. */
        ADDRESS("宛先に疑義があるため、すべての送付を停止しています");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        /** The sentence for it, in Japanese. */
        public String label() {
            return label;
        }
    }

    /** Sentence and detail in one line. */
    String sentence() {
        return why.label() + "（" + detail + "）。";
    }
}

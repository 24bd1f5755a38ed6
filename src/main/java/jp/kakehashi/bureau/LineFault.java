package jp.kakehashi.bureau;

/**
 * Why a line of the agreed table was not taken. It never quotes the line: that may hold a password.
 *
 * @param line from 1
 * @param why what is wrong with it
 */
public record LineFault(int line, Why why) {

    /** What may be wrong with a line. */
    public enum Why {
        COLUMNS("番号、パスワード1、パスワード2 の3列になっていません"),
        NUMBER("番号が W7 や B12 の形ではありません"),
        ZIP("パスワード1（zip）が、表の文字20字になっていません"),
        WORKBOOK("パスワード2（Excel）が、表の文字20字になっていません"),
        SAME("パスワード1とパスワード2が同じです"),
        TWICE("同じ番号が、前の行にもあります"),
        USED("この番号の組は、もう使い終わっています");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        /** The Japanese words on screens. */
        public String label() {
            return label;
        }
    }
}

package jp.kakehashi.register;

/** What {@link ChainFile#verify} found. */
public sealed interface Verdict {

    /**
     * Nothing was changed, left out or put elsewhere since the export. (Whoever can rewrite the whole file can also
     * rewrite every hash in it: compare {@code head} with one that was noted elsewhere.)
     *
     * @param entries how many acts the chain holds
     * @param head the hash at its end, 64 hexadecimal digits
     */
    record Unbroken(long entries, String head) implements Verdict {}

    /**
     * The chain is broken.
     *
     * @param line the first line of the file that is wrong, counted from 1; the line after the last if lines are missing
     *     at the end
     * @param why what is wrong with it
     */
    record Broken(long line, Flaw why) implements Verdict {}

    /** What can be wrong with a line of an exported chain. */
    enum Flaw {
        /** The first line is no header of this format. */
        NO_HEADER("操作記録の書き出しファイルではありません", "not an exported chain"),
        /** The line is no entry. */
        UNREADABLE("記録として読み取れません", "not readable as an entry"),
        /** The entry is not what it was when it was hashed. */
        EDITED("内容が書き換えられています", "has been edited"),
        /** One or more entries before this one are in the file no more. */
        DELETED("この行の前の記録が削除されています", "entries before it have been deleted"),
        /** The entries are in the file, but not in their order. */
        REORDERED("記録の順序が変えられています", "has been moved out of order"),
        /** The file ends before the chain does. */
        TRUNCATED("末尾の記録が欠けています", "entries are missing at the end"),
        /** The file goes on after the chain has ended. */
        SURPLUS("書き出した後に記録が追加されています", "has been added after the export"),
        /** The hash in the header is not that of the last entry. */
        HEADER_DIFFERS("先頭行のハッシュが末尾の記録と一致しません", "the header's hash is not that of the last entry");

        private final String japanese;
        private final String english;

        Flaw(String japanese, String english) {
            this.japanese = japanese;
            this.english = english;
        }

        /** For a person at a terminal: Japanese, then English. */
        public String sentence() {
            return japanese + " / " + english;
        }
    }
}

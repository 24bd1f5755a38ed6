package jp.kakehashi.register;

/** What {@link ChainFile#verify} found. */
public sealed interface Verdict {

    /**
     * Nothing was changed, left out or put elsewhere.
     *
     * @param segment the entries that the file holds, and the hash at their end
     * @param checkpoints how many nightly checkpoints the file holds, each fitting its entries; of an evidence file the one
     *     that is its header
     */
    record Unbroken(Checkpoint segment, long checkpoints) implements Verdict {

        /** How many acts the file holds. */
        public long entries() {
            return segment.sequence() - segment.after();
        }
    }

    /**
     * The chain is broken.
     *
     * @param line the first line of the file that is wrong, counted from 1; the line after the last if lines are missing
     *     at the end; {@link #WHOLE} where it is no line of it
     * @param why what is wrong with it
     */
    record Broken(long line, Flaw why) implements Verdict {

        /** The line of what is wrong with the file or folder as a whole. */
        public static final long WHOLE = 0;
    }

    /** What can be wrong with an exported chain, or a line of it. */
    enum Flaw {
        /** The file or folder cannot be read at all. */
        CANNOT_BE_READ("読めません", "cannot be read"),
        /** The folder holds no zip, and so no proof of anything. */
        NO_EVIDENCE("証跡ファイル（.zip）がありません", "holds no evidence file (.zip)"),
        /** The zip holds none, or several, so that it is not said which is meant. */
        NOT_ONE_CHAIN("ZIPの中の操作記録（.jsonl）が1件ではありません", "does not hold exactly one .jsonl"),
        /** The line is longer than any entry. */
        LINE_TOO_LONG("行が長すぎます", "is too long a line"),
        /** The zip unfolds to more than any evidence file. */
        TOO_LARGE(
                "ZIPの中のファイルが大きすぎます。展開してから検証してください",
                "is too large within the zip: unzip it, and verify the file itself"),
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
        /** The file ends before the chain does, or before a checkpoint that was signed earlier. */
        TRUNCATED("末尾の記録が欠けています", "entries are missing at the end"),
        /** The file goes on after the chain has ended. */
        SURPLUS("書き出した後に記録が追加されています", "has been added after the export"),
        /** The hash in the header is not that of the last entry. */
        HEADER_DIFFERS("先頭行のハッシュが末尾の記録と一致しません", "the header's hash is not that of the last entry"),
        /** The signature is not the key owner's. */
        FORGED("署名が公開鍵と合いません", "its signature does not fit the public key"),
        /** The entry has another hash than the one that was signed. */
        NOT_AS_SIGNED("署名された時点の記録と異なります", "is not what was signed"),
        /** One or more checkpoints before this one are in the file no more. */
        CHECKPOINT_MISSING("この行の前の署名が欠けています", "checkpoints before it are missing"),
        /** An evidence file that the checkpoint was laid down in is not among those that are checked with it. */
        EVIDENCE_MISSING("この署名の証跡ファイルがありません", "the evidence file of this checkpoint is missing"),
        /** The file does not begin where the one before ends. */
        DOES_NOT_JOIN("前の証跡ファイルとつながりません", "does not join the evidence file before it");

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

package jp.kakehashi.source;

/** What became of one instalment. */
public enum InstalmentState {
    /** 未納. */
    UNPAID(true),
    /** 一部納付. */
    PARTLY_PAID(true),
    /** 徴収猶予・換価猶予: owed, but not now. */
    DEFERRED(true),
    /** 執行停止: owed, collection is stopped. */
    SUSPENDED(true),
    /** 完納. */
    PAID(false),
    /** 賦課取消・減額更正, 減免 included. */
    CANCELLED(false),
    /** 時効完成. */
    TIME_BARRED(false),
    /** 不納欠損. */
    WRITTEN_OFF(false);

    private final boolean open;

    InstalmentState(boolean open) {
        this.open = open;
    }

    /** Whether something is still owed. */
    public boolean isOpen() {
        return open;
    }
}

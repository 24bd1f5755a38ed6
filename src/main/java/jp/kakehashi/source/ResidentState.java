package jp.kakehashi.source;

/** Whether the person still is a resident of the ward, and why not. */
public enum ResidentState {
    /** 住民. */
    RESIDENT,
    /** 転出. */
    MOVED_OUT,
    /** 出国. */
    DEPARTED,
    /** 死亡. */
    DECEASED,
    /** 帰化. */
    NATURALISED
}

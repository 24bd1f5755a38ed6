package jp.kakehashi.source;

/** Under which heading a person stands in the resident register (住民基本台帳法第30条の45). */
public enum RegisterCategory {
    /** 日本人住民. */
    JAPANESE,
    /** 中長期在留者: the only category with a residence card. */
    MID_LONG_TERM,
    /** 特別永住者. */
    SPECIAL_PERMANENT,
    /** 一時庇護許可者. */
    TEMP_REFUGE,
    /** 仮滞在許可者. */
    PROVISIONAL_STAY,
    /** 出生による経過滞在者. */
    BIRTH_TRANSITIONAL,
    /** 国籍喪失による経過滞在者. */
    NATIONALITY_LOSS_TRANSITIONAL
}

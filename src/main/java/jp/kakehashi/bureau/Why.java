package jp.kakehashi.bureau;

/** Why a parcel is not accepted. The name goes to the sender; values of the file never do. */
public enum Why {
    WRONG_PASSWORD("パスワードが違います"),
    TAMPERED("破損又は改ざんのおそれがあります"),
    UNREADABLE("読み取れないファイルです"),
    NAME_DIFFERS("中のファイル名が送付ファイルと一致しません"),
    LAYOUT("様式が違います"),
    INVALID_VALUES("項目の内容が形式に合いません"),
    ROW_COUNT_DIFFERS("件数がメールの記載と一致しません"),
    ALREADY_LISTED("同じ送付番号の情報を登録済みです"),
    GIVEN_UP("担当者が開封できないと判断しました");

    private final String label;

    Why(String label) {
        this.label = label;
    }

    /** Whether its passwords opened it, and it is what is in it that is wrong. */
    boolean isOfOpened() {
        return switch (this) {
            case NAME_DIFFERS, LAYOUT, INVALID_VALUES, ROW_COUNT_DIFFERS, ALREADY_LISTED -> true;
            case WRONG_PASSWORD, TAMPERED, UNREADABLE, GIVEN_UP -> false;
        };
    }

    /** The Japanese words on screens. */
    public String label() {
        return label;
    }
}

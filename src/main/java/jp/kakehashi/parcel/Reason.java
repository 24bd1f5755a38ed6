package jp.kakehashi.parcel;

/** Why a received parcel is not believed. */
public enum Reason {
    NOT_A_PARCEL("ZIPファイルとして読めません"),
    NOT_ENCRYPTED("パスワードが設定されていません"),
    UNSUPPORTED_ENCRYPTION("対応していない暗号方式又は圧縮方式です"),
    WRONG_PASSWORD("パスワードが違います"),
    TAMPERED("暗号化後に内容が変わっています（破損又は改ざん）"),
    NOT_ONE_FILE("ファイルが1つだけ入っていません"),
    UNSAFE_NAME("ファイル名が受け入れられません"),
    OUT_OF_BOUNDS("受け入れる大きさの上限を超えています");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    /** The reason in Japanese, for the person who opens the parcel. */
    public String label() {
        return label;
    }
}

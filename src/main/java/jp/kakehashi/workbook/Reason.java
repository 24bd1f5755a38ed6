package jp.kakehashi.workbook;

/** Why a received workbook is not believed. */
public enum Reason {
    NOT_A_WORKBOOK("Excelブックとして読めません"),
    NOT_ENCRYPTED("パスワードが設定されていません"),
    UNSUPPORTED_ENCRYPTION("改ざんを検知できない暗号方式です"),
    WRONG_PASSWORD("パスワードが違います"),
    TAMPERED("暗号化後に内容が変わっています（破損又は改ざん）"),
    OUT_OF_BOUNDS("受け入れる大きさの上限を超えています"),
    LAYOUT("様式が違います");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    /** The reason in Japanese, for the person who opens the file. */
    public String label() {
        return label;
    }
}

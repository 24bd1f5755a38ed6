package jp.kakehashi.casefile;

/**
 * What an officer must have thought of before saying that providing does not unjustly harm the rights of the person or a
 * third party (proviso of art. 69(2) of the Act on the Protection of Personal Information).
 */
public enum Proviso {
    PROTECTION("支援措置（DV等）の対象である、またはその疑いがある"),
    ASYLUM("難民認定申請中である、またはその事情がある"),
    MINOR_HEAD("世帯主が未成年である"),
    ILLNESS("病気その他やむを得ない事情がある"),
    JOB_LOSS("失業・倒産等による生活困窮がある"),
    DISASTER("災害の被害を受けた"),
    APPEAL("審査請求等で争われている");

    private final String question;

    Proviso(String question) {
        this.question = question;
    }

    /** The question as asked on the page; "yes" to any of them keeps the person out until the manager ends it. */
    public String question() {
        return question;
    }
}

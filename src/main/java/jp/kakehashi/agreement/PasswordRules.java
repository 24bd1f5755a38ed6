package jp.kakehashi.agreement;

import java.util.Optional;

/**
 * How the two passwords of a parcel travel, and what becomes of wrong ones.
 *
 * @param source generated for each parcel, or the next pair of an agreed table
 * @param conveyedBy the way, such as 電話; never mail
 * @param tries how often the receiver may fail before the parcel is reported as not to be opened
 */
public record PasswordRules(
        @Key(
                "`generated` for each parcel and told by telephone, or `agreed-table`: the next pair of a table handed over in a sealed envelope; the mails then hold {passwordNumber}. Default: generated.")
        Optional<PasswordSource> source,

        @Key("The way passwords are told, such as 電話. Never mail.")
        String conveyedBy,

        @Key("How often the receiver may fail to open a parcel before it is reported back, 1 to 10.")
        int tries) {

    public PasswordRules {
        new Faults()
                .unless(
                        !conveyedBy.matches("(?i).*(mail|メール).*"),
                        "conveyed-by",
                        "パスワードをメールで伝えることはできません",
                        "passwords never travel by mail")
                .unless(
                        tries >= 1 && tries <= 10,
                        "tries",
                        "1から10までの整数が必要です",
                        "expected a whole number from 1 to 10, found " + tries)
                .refuse();
    }

    /** Whether passwords come from an agreed table. */
    public boolean fromTable() {
        return source.filter(PasswordSource.AGREED_TABLE::equals).isPresent();
    }
}

package jp.kakehashi.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** What an account must be like to be added. */
final class AccountRules {

    private static final String ACCOUNT = "[a-z0-9][a-z0-9._-]{1,49}";
    private static final int SHORTEST_PASSWORD = 12;
    /** What bcrypt can tell apart. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private AccountRules() {}

    /** Whether a typed text can be an account's name at all. */
    static boolean isAccount(String typed) {
        return typed.matches(ACCOUNT);
    }

    static void require(String account, String name, String password, List<Appointment> appointments) {
        require(isAccount(account), "アカウント名は半角小文字・数字・「.」「-」「_」2～50字です / an account is 2 to 50 of a-z 0-9 . - _");
        require(!name.isBlank(), "氏名がありません / a person has a name");
        require(
                password.codePointCount(0, password.length()) >= SHORTEST_PASSWORD,
                "パスワードは12文字以上です / a password has 12 characters or more");
        require(
                password.getBytes(UTF_8).length <= LONGEST_PASSWORD_BYTES,
                "パスワードは72バイト以下です / a password has 72 bytes or less");
        require(!password.contains(account), "パスワードにアカウント名を含めないでください / a password does not contain the account");
        require(!appointments.isEmpty(), "役割の指定がありません / a person has one appointment at least");
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }
}

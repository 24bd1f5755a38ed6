package jp.kakehashi.command;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the program can be asked to do.
 *
 * @param word as typed
 * @param options as shown in the usage
 * @param purpose in Japanese, as shown in the usage
 * @param door where it is done
 */
record Verb(String word, String options, String purpose, Door door) {

    private static final List<Verb> ALL = List.of(
            new Verb("serve", "--role=ward|bureau [--config=FILE]", "業務を開始する", ServeVerb::run),
            new Verb(
                    "keys",
                    "create|public [--role=ward|bureau] [--config=FILE]",
                    "鍵ファイルを作成する、または署名を検証する公開鍵を表示する",
                    KeysVerb::run),
            new Verb(
                    "people",
                    "add|appoint --account=A [--name=N] --post=P --as=ROLE[,ROLE] [--from=DATE] [--until=DATE]"
                            + " [--role=ward|bureau] [--config=FILE]",
                    "利用者を追加する（パスワードは入力を求める）、または新たに指定する（翌年度など）",
                    PeopleVerb::run),
            new Verb("check", "[--role=ward|bureau] [--config=FILE]", "協定・設定・鍵・データベース・メールを確認する", CheckVerb::run),
            new Verb("demo", "[--people=N] [--out=DIR] [--stay]", "架空の人と架空の税務データベースで一連の流れを実演する", DemoVerb::run),
            new Verb("verify", "FILE|FOLDER... [--public-key=FILE]", "書き出した操作記録と証跡ファイルを検証する", VerifyVerb::run));

    /**
     * The verb of that name.
     *
     * @throws UsageException if there is none
     */
    static Verb named(String word) {
        return ALL.stream()
                .filter(verb -> verb.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("hub: そのような操作はありません / no such verb: " + word));
    }

    /** All verbs with their options, and what they are for. */
    static String usage() {
        return ALL.stream()
                .map(verb -> "  hub " + verb.word + " " + verb.options + "\n      " + verb.purpose)
                .collect(Collectors.joining("\n", "使い方 / usage:\n", ""));
    }

    /** Where a verb is done. */
    interface Door {

        /**
         * Does it.
         *
         * @param arguments what was typed after the verb
         * @param out for results
         * @param errors for everything else
         * @return the exit status
         * @throws UsageException if the arguments make no sense
         */
        int run(List<String> arguments, PrintStream out, PrintStream errors);
    }
}

package jp.kakehashi.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import jp.kakehashi.register.ChainFile;
import jp.kakehashi.register.Verdict;

/** {@code hub verify FILE}: 0 if an exported chain is unbroken, 1 if it is not, 2 if the file cannot be read. */
final class VerifyVerb {

    private VerifyVerb() {}

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        if (arguments.size() != 1) {
            throw new UsageException("hub verify: ファイルを1つ指定してください / name one file");
        }
        Path file = CallersFolder.resolve(arguments.get(0));
        try {
            return report(file, ChainFile.verify(file), out, errors);
        } catch (UncheckedIOException e) {
            errors.println("hub verify: ファイルが読めません / cannot be read: " + file);
            return Hub.WRONG_USE;
        }
    }

    private static int report(Path file, Verdict verdict, PrintStream out, PrintStream errors) {
        if (verdict instanceof Verdict.Broken broken) {
            errors.println(file + ":" + broken.line() + ": " + broken.why().sentence());
            return 1;
        }
        Verdict.Unbroken unbroken = (Verdict.Unbroken) verdict;
        out.println("操作記録 " + unbroken.entries() + " 件、改ざんはありません / " + unbroken.entries() + " entries, unbroken");
        out.println("末尾のハッシュ / head: " + unbroken.head());
        return 0;
    }
}

package jp.kakehashi.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kakehashi.register.ChainFiles;
import jp.kakehashi.register.Verdict;
import jp.kakehashi.vault.VerifyingKey;

/**
 * {@code hub verify FILE|FOLDER... [--public-key=FILE]}: 0 if every exported chain and every evidence file is unbroken and
 * they fit together, 1 if not, 2 if one cannot be read or a folder holds none. What is wrong with one never hides the
 * verdict on the others.
 */
final class VerifyVerb {

    private static final String PUBLIC_KEY = "public-key";

    private VerifyVerb() {}

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        var split = arguments.stream().collect(Collectors.partitioningBy(argument -> argument.startsWith("--")));
        Optional<VerifyingKey> key = Options.of(split.get(true), Set.of(PUBLIC_KEY))
                .value(PUBLIC_KEY)
                .map(VerifyVerb::key);
        List<Path> paths = split.get(false).stream().map(CallersFolder::resolve).toList();
        if (paths.isEmpty()) {
            throw new UsageException(
                    "hub verify: 書き出しファイルか証跡フォルダーを指定してください / name an export or a folder of evidence files");
        }
        List<ChainFiles.Found> found = ChainFiles.verify(paths, key);
        out.println(
                key.isPresent()
                        ? "署名も検証しました / signatures were checked"
                        : "署名は検証していません（--public-key がありません） / signatures were not checked: no --public-key");
        return found.stream().mapToInt(file -> report(file, out, errors)).max().orElseThrow();
    }

    private static VerifyingKey key(String file) {
        Path path = CallersFolder.resolve(file);
        try {
            return VerifyingKey.ofPem(Files.readString(path))
                    .orElseThrow(() -> new UsageException(
                            "hub verify: Ed25519 の公開鍵（PEM）ではありません / is no Ed25519 public key in PEM: " + path));
        } catch (IOException e) {
            throw new UsageException("hub verify: 公開鍵が読めません / the public key cannot be read: " + path);
        }
    }

    private static int report(ChainFiles.Found file, PrintStream out, PrintStream errors) {
        if (file.verdict() instanceof Verdict.Broken broken) {
            String line = broken.line() == Verdict.Broken.WHOLE ? "" : ":" + broken.line();
            errors.println(file.path() + line + ": " + broken.why().sentence());
            return switch (broken.why()) {
                case CANNOT_BE_READ, NO_EVIDENCE -> Hub.WRONG_USE;
                default -> 1;
            };
        }
        Verdict.Unbroken unbroken = (Verdict.Unbroken) file.verdict();
        out.println(
                "%s: 操作記録 %2$d 件（%3$d〜%4$d 番）、夜間の署名 %5$d 件、改ざんはありません / %2$d entries (%3$d–%4$d), %5$d nightly checkpoints, unbroken"
                        .formatted(
                                file.path(),
                                unbroken.entries(),
                                unbroken.segment().after() + 1,
                                unbroken.segment().sequence(),
                                unbroken.checkpoints()));
        out.println("末尾のハッシュ / head: " + unbroken.segment().hash());
        return 0;
    }
}

package jp.kakehashi.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import jp.kakehashi.vault.KeyFile;
import jp.kakehashi.vault.KeyFileException;

/** {@code hub keys create}: makes the key file that the configuration of a role names. */
final class KeysVerb {

    private static final String KEY_FILE = "kakehashi.keys.file";

    private KeysVerb() {}

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        if (arguments.isEmpty() || !arguments.get(0).equals("create")) {
            throw new UsageException("hub keys: create を指定してください / say: hub keys create");
        }
        Options options =
                Options.of(arguments.subList(1, arguments.size()), Set.of(OfficeRole.ROLE, OfficeRole.CONFIG));
        OfficeRole role = OfficeRole.of(options.value(OfficeRole.ROLE).orElse("ward"), options);
        Path file = named(role).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            KeyFile.create(file, role.name(), false, Clock.systemUTC().instant());
        } catch (KeyFileException e) {
            errors.println("hub keys: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println("鍵ファイルを作成しました。失うと台帳は読めなくなります。控えを別の場所に保管してください。");
        out.println("key file made; without it the ledger cannot be read: keep a copy elsewhere");
        out.println(file);
        return 0;
    }

    private static Path named(OfficeRole role) {
        try (var configuration = role.configuration()) {
            return Path.of(configuration.getEnvironment().getRequiredProperty(KEY_FILE));
        }
    }
}

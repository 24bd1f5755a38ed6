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
import org.springframework.core.env.Environment;

/**
 * {@code hub keys create} makes the key file that the configuration of a role names; {@code hub keys public} prints the
 * public key that checks its signatures.
 */
final class KeysVerb {

    private static final String KEY_FILE = "kakehashi.keys.file";
    private static final String DEMO_ALLOWED = "kakehashi.keys.demo-allowed";

    private KeysVerb() {}

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        String act = arguments.isEmpty() ? "" : arguments.get(0);
        if (!Set.of("create", "public").contains(act)) {
            throw new UsageException("hub keys: create か public を指定してください / say: hub keys create, or public");
        }
        Options options =
                Options.of(arguments.subList(1, arguments.size()), Set.of(OfficeRole.ROLE, OfficeRole.CONFIG));
        OfficeRole role = OfficeRole.of(options.value(OfficeRole.ROLE).orElse("ward"), options);
        try (var configuration = role.configuration()) {
            return act.equals("create")
                    ? create(role, configuration.getEnvironment(), out)
                    : showPublic(configuration.getEnvironment(), out);
        } catch (KeyFileException e) {
            errors.println("hub keys: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int create(OfficeRole role, Environment environment, PrintStream out) throws IOException {
        Path file = keyFile(environment);
        Files.createDirectories(file.getParent());
        KeyFile.create(file, role.name(), false, Clock.systemUTC().instant());
        out.println("鍵ファイルを作成しました。失うと台帳は読めなくなります。控えを別の場所に保管してください。");
        out.println("key file made; without it the ledger cannot be read: keep a copy elsewhere");
        out.println(file);
        return 0;
    }

    private static int showPublic(Environment environment, PrintStream out) {
        boolean demoAllowed = environment.getProperty(DEMO_ALLOWED, Boolean.class, false);
        out.print(KeyFile.load(keyFile(environment), demoAllowed)
                .vault()
                .verifyingKey()
                .pem());
        return 0;
    }

    private static Path keyFile(Environment environment) {
        return Path.of(environment.getRequiredProperty(KEY_FILE)).toAbsolutePath();
    }
}

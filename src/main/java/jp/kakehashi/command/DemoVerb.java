package jp.kakehashi.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code hub demo [--people=N] [--city=N] [--out=DIR] [--stay]}: the real journey on embedded parts, with fictitious people.
 *
 * <p>Exit status 0 when every step was done, 1 with the reason when one failed, 2 for a wrong option.
 */
final class DemoVerb {

    private static final Path HOME = Path.of("var", "demo");

    private DemoVerb() {}

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        DemoOptions options = DemoOptions.of(arguments);
        Optional<DemoKeepsake> keepsake = options.out().map(DemoKeepsake::in);
        try {
            Demo demo = new Demo(options, keepsake, empty(HOME), new DemoPrint(out));
            demo.play();
            return 0;
        } catch (DemoException e) {
            errors.println("hub demo: 失敗しました / failed: " + e.getMessage());
            return 1;
        } catch (RuntimeException e) {
            errors.println("hub demo: 失敗しました / failed: " + Fault.of(e));
            return 1;
        }
    }

    /** The demo's own folder, with nothing in it of an earlier demo. */
    private static Path empty(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DemoException(
                    "the folder " + folder + " cannot be emptied; is another demo running? " + e.getMessage());
        }
    }
}

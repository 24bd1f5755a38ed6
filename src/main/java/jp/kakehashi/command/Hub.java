package jp.kakehashi.command;

import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one program; its first argument says what it is asked to do. */
@SpringBootApplication(scanBasePackages = "jp.kakehashi")
public class Hub {

    /** Exit status for a wrong verb or option. */
    static final int WRONG_USE = 2;

    /**
     * Does what is asked and ends with its status; {@code serve} goes on running.
     *
     * @param arguments the verb and its options, as typed
     */
    public static void main(String[] arguments) {
        int status = run(List.of(arguments), System.out, System.err);
        if (status != ServeVerb.STAYS_UP) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        if (arguments.isEmpty()) {
            errors.println(Verb.usage());
            return WRONG_USE;
        }
        try {
            Verb verb = Verb.named(arguments.get(0));
            return verb.door().run(arguments.subList(1, arguments.size()), out, errors);
        } catch (UsageException e) {
            errors.println(e.getMessage());
            errors.println(Verb.usage());
            return WRONG_USE;
        }
    }
}

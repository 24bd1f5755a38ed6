package jp.kakehashi.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.springframework.boot.WebApplicationType;

/** {@code hub serve}: pages and routes of one role, until it is stopped. */
final class ServeVerb {

    /** No exit status: the program goes on running. */
    static final int STAYS_UP = -1;

    private ServeVerb() {}

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        Options options = Options.of(arguments, Set.of(OfficeRole.ROLE, OfficeRole.CONFIG));
        OfficeRole role = OfficeRole.of(options.required(OfficeRole.ROLE), options);
        try {
            List<String> faults = faults(role);
            if (!faults.isEmpty()) {
                errors.println("hub serve: 開始できません / cannot start:");
                faults.forEach(fault -> errors.println("  " + fault));
                return 1;
            }
            role.program(Hub.class).web(WebApplicationType.SERVLET).run();
            return STAYS_UP;
        } catch (RuntimeException e) {
            errors.println("hub serve: 開始できません / cannot start: " + Fault.of(e));
            return 1;
        }
    }

    private static List<String> faults(OfficeRole role) {
        try (var configuration = role.configuration()) {
            return new StartCheck(configuration.getEnvironment(), role).faults();
        }
    }
}

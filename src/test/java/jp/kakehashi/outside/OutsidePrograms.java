package jp.kakehashi.outside;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Programs that tests ask for a second opinion. Where one is absent the test is skipped and says so; in CI ({@code CI=true}) it
 * fails instead, since {@code .ci/run} installs them.
 */
public final class OutsidePrograms {

    private static final String PYTHON = "/usr/bin/python3";
    private static final int MODULE_ABSENT = 77;
    private static final String PROLOGUE = """
            import sys
            try:
                import %s
            except ImportError:
                sys.exit(%d)
            """;
    private static final int PATIENCE_SECONDS = 60;

    private OutsidePrograms() {}

    /**
     * Runs a program and returns what it printed.
     *
     * @param debianPackages what to install where it is absent
     * @param command the program and its arguments
     * @throws AssertionError when it fails, or is absent in CI
     */
    public static String run(String debianPackages, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return finished(command, process, debianPackages);
        } catch (IOException absent) {
            absent(command[0], debianPackages);
            throw new UncheckedIOException(absent);
        }
    }

    /**
     * Runs a Python script and returns what it printed.
     *
     * @param debianPackages that bring the modules
     * @param modules what the script imports beyond Python itself
     * @param script the script
     * @param arguments its arguments
     */
    public static String python(String debianPackages, String modules, String script, String... arguments) {
        String[] command = new String[3 + arguments.length];
        command[0] = PYTHON;
        command[1] = "-c";
        command[2] = PROLOGUE.formatted(modules, MODULE_ABSENT) + script;
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return run(debianPackages, command);
    }

    private static String finished(String[] command, Process process, String debianPackages) throws IOException {
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (ended && process.exitValue() == MODULE_ABSENT) {
                absent("a Python module", debianPackages);
            }
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                fail("%s failed: %s", command[0], printed);
            }
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted");
        }
    }

    private static void absent(String program, String debianPackages) {
        String message = program + " is absent; Debian: apt-get install " + debianPackages;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        abort("skipped: " + message);
    }
}

package jp.kakehashi.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the demo was asked for.
 *
 * @param people how many are to be provided
 * @param out where to keep what a stranger needs to check it
 * @param stay whether the pages stay open afterwards
 */
record DemoOptions(int people, Optional<Path> out, boolean stay) {

    private static final int USUAL = 500;
    private static final int MOST = 5_000;

    /**
     * Reads the options.
     *
     * @param arguments {@code --people=N --out=DIR --stay}
     * @throws UsageException naming the option that is wrong
     */
    static DemoOptions of(List<String> arguments) {
        DemoOptions options = new DemoOptions(USUAL, Optional.empty(), false);
        for (String argument : arguments) {
            options = options.and(argument);
        }
        return options;
    }

    private DemoOptions and(String argument) {
        if (argument.startsWith("--people=")) {
            return new DemoOptions(number(argument.substring("--people=".length())), out, stay);
        }
        if (argument.startsWith("--out=") && argument.length() > "--out=".length()) {
            return new DemoOptions(
                    people, Optional.of(CallersFolder.resolve(argument.substring("--out=".length()))), stay);
        }
        if (argument.equals("--stay")) {
            return new DemoOptions(people, out, true);
        }
        throw new UsageException("hub demo: 使えない指定です / no such option: " + argument);
    }

    private static int number(String text) {
        int people = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (people < 1 || people > MOST) {
            throw new UsageException(
                    "hub demo: --people は 1 から " + MOST + " までの数です / is a number from 1 to " + MOST + ": " + text);
        }
        return people;
    }
}

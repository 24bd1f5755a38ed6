package jp.kakehashi.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the demo was asked for.
 *
 * @param people how many are to be provided
 * @param city how many payers the fictitious city has in all
 * @param out where to keep what a stranger needs to check it
 * @param stay whether the pages stay open afterwards
 */
record DemoOptions(int people, int city, Optional<Path> out, boolean stay) {

    private static final int USUAL = 500;
    private static final int MOST = 5_000;
    private static final int USUAL_CITY = 10_000;
    private static final int LARGEST_CITY = 1_000_000;

    /**
     * Reads the options.
     *
     * @param arguments {@code --people=N --city=N --out=DIR --stay}
     * @throws UsageException naming the option that is wrong
     */
    static DemoOptions of(List<String> arguments) {
        DemoOptions options = new DemoOptions(USUAL, USUAL_CITY, Optional.empty(), false);
        for (String argument : arguments) {
            options = options.and(argument);
        }
        return options;
    }

    private DemoOptions and(String argument) {
        if (argument.startsWith("--people=")) {
            return new DemoOptions(number(argument, "--people=", 1, MOST), city, out, stay);
        }
        if (argument.startsWith("--city=")) {
            return new DemoOptions(people, number(argument, "--city=", USUAL_CITY, LARGEST_CITY), out, stay);
        }
        if (argument.startsWith("--out=") && argument.length() > "--out=".length()) {
            return new DemoOptions(
                    people, city, Optional.of(CallersFolder.resolve(argument.substring("--out=".length()))), stay);
        }
        if (argument.equals("--stay")) {
            return new DemoOptions(people, city, out, true);
        }
        throw new UsageException("hub demo: 使えない指定です / no such option: " + argument);
    }

    private static int number(String argument, String option, int least, int most) {
        String text = argument.substring(option.length());
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
        if (number < least || number > most) {
            throw new UsageException("hub demo: %s は %d から %d までの数です / is a number from %2$d to %3$d: %s"
                    .formatted(option.replace("=", ""), least, most, text));
        }
        return number;
    }
}

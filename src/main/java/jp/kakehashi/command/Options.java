package jp.kakehashi.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options as typed, {@code --name=value}; what a verb does not know is refused. */
final class Options {

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads options.
     *
     * @param arguments as typed
     * @param known the names a verb knows
     * @throws UsageException naming the argument that is no known option, or stands twice
     */
    static Options of(List<String> arguments, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = argument.startsWith("--") && equals > 0 ? argument.substring(2, equals) : "";
            if (!known.contains(name)) {
                throw new UsageException("hub: 使えない指定です / no such option: " + argument);
            }
            if (values.putIfAbsent(name, argument.substring(equals + 1)) != null) {
                throw new UsageException("hub: 指定が重複しています / given twice: --" + name);
            }
        }
        return new Options(values);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * An option without which the verb cannot do.
     *
     * @throws UsageException if it was not given
     */
    String required(String name) {
        return value(name).orElseThrow(() -> new UsageException("hub: 指定が必要です / missing: --" + name + "="));
    }
}

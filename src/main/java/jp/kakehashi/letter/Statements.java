package jp.kakehashi.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines {@code name: value} of the two machine replies. A name stands at the beginning of its line, so that a quoted
 * reply ({@code > rows: 500}) says nothing; a name said twice, or a value out of form, makes the whole text ambiguous.
 */
final class Statements {

    private static final Map<String, Pattern> FORMS = Map.of(
            "control-number", Pattern.compile("[A-Z]\\d{1,2}-\\d{3,6}"),
            "confirmation-code", Pattern.compile("\\d{4}"),
            "rows", Pattern.compile("\\d{1,7}"),
            "cannot-open", Pattern.compile("[A-Z][A-Z_]{2,39}"),
            "parcel-sha256", Pattern.compile("[0-9a-f]{64}"));
    private static final Pattern LINE = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,30}):[ \\t]*(.*?)[ \\t]*");

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private boolean ambiguous;

    Statements(String forPeople) {
        lines.add(forPeople);
        lines.add("");
    }

    private Statements() {}

    static void require(String name, String value) {
        if (!FORMS.get(name).matcher(value).matches()) {
            throw new IllegalArgumentException("machine reply: " + name + " has not the form " + FORMS.get(name));
        }
    }

    static Statements in(String text) {
        Statements said = new Statements();
        text.lines().map(LINE::matcher).filter(Matcher::matches).forEach(said::hear);
        return said;
    }

    private void hear(Matcher line) {
        String name = line.group(1).toLowerCase(Locale.ROOT);
        if (FORMS.containsKey(name)) {
            boolean again = values.put(name, line.group(2)) != null;
            ambiguous |= again || !FORMS.get(name).matcher(line.group(2)).matches();
        }
    }

    void add(String name, String value) {
        lines.add(name + ": " + value);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean unambiguous() {
        return !ambiguous;
    }
}

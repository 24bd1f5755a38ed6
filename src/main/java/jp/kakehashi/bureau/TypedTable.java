package jp.kakehashi.bureau;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kakehashi.vault.Passwords;

/**
 * The agreed table as somebody types it from the paper, a pair a line: number, password 1 and password 2, with commas or tabs
 * between. Full-width letters, the blanks between the groups of a password, and empty lines do not matter; anything else
 * does. A password holds the characters of ours and no other, so that most slips of the fingers are found here and not when
 * a parcel waits.
 */
final class TypedTable {

    private static final String NUMBER = "[WB][1-9][0-9]{0,3}";
    private static final int COLUMNS = 3;

    private final Map<Integer, PasswordPair> pairs = new LinkedHashMap<>();
    private final List<LineFault> faults = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();

    private TypedTable() {}

    /** Reads every line; a line with a fault keeps none of the others from being read. */
    static TypedTable read(String text) {
        TypedTable table = new TypedTable();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                table.line(i + 1, lines.get(i));
            }
        }
        return table;
    }

    /** The pairs by their lines, from 1, in that order. */
    Map<Integer, PasswordPair> pairs() {
        return pairs;
    }

    /** The lines that were not understood. */
    List<LineFault> faults() {
        return List.copyOf(faults);
    }

    private void line(int line, String text) {
        String[] columns = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll(" +", "")
                .split("[,\t]", -1);
        Optional<LineFault.Why> fault = fault(columns);
        if (fault.isPresent()) {
            faults.add(new LineFault(line, fault.get()));
        } else {
            pairs.put(line, new PasswordPair(number(columns), columns[1], columns[2]));
        }
    }

    private Optional<LineFault.Why> fault(String... columns) {
        if (columns.length != COLUMNS) {
            return Optional.of(LineFault.Why.COLUMNS);
        }
        if (!number(columns).matches(NUMBER)) {
            return Optional.of(LineFault.Why.NUMBER);
        }
        if (!Passwords.isOne(columns[1])) {
            return Optional.of(LineFault.Why.ZIP);
        }
        if (!Passwords.isOne(columns[2])) {
            return Optional.of(LineFault.Why.WORKBOOK);
        }
        if (columns[1].equals(columns[2])) {
            return Optional.of(LineFault.Why.SAME);
        }
        return numbers.add(number(columns)) ? Optional.empty() : Optional.of(LineFault.Why.TWICE);
    }

    private static String number(String... columns) {
        return columns[0].toUpperCase(Locale.ROOT);
    }
}

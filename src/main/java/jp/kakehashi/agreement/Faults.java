package jp.kakehashi.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what is wrong with the values of one record, and refuses them all at once. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** The mistakes of one record, with keys relative to it. */
    static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        Found(List<Fault> faults) {
            super(faults.toString());
            this.faults = faults;
        }

        List<Fault> faults() {
            return faults;
        }
    }

    Faults unless(boolean right, String key, String japanese, String english) {
        if (!right) {
            found.add(new Fault(key, japanese, english));
        }
        return this;
    }

    Faults atLeast(int least, String key, int value) {
        return unless(
                value >= least,
                key,
                "%d以上の整数が必要です（現在 %d）".formatted(least, value),
                "expected a whole number of at least %d, found %d".formatted(least, value));
    }

    Faults matches(String key, String value, String pattern, String example) {
        return unless(
                value.matches(pattern),
                key,
                "「%s」は形式に合いません（例: %s）".formatted(value, example),
                "`%s` has not the form of %s".formatted(value, example));
    }

    Faults places(String key, Template template, Set<String> known) {
        Set<String> unknown = new TreeSet<>(template.places());
        unknown.removeAll(known);
        return unless(
                unknown.isEmpty(),
                key,
                "差込み項目 %s はありません。使える項目: %s".formatted(braced(unknown), braced(new TreeSet<>(known))),
                "unknown place %s; known here: %s".formatted(braced(unknown), braced(new TreeSet<>(known))));
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw new Found(List.copyOf(found));
        }
    }

    private static String braced(Set<String> names) {
        return names.isEmpty() ? "-" : "{" + String.join("} {", names) + "}";
    }
}

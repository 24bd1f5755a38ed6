package jp.kakehashi.register;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What was done.
 *
 * @param verb what was done, lower case with hyphens, e.g. {@code shipment-released}
 * @param subject to what: a control number, the id of a case, an account; never personal data
 * @param facts what else must be provable, without personal data, e.g. {@code rows=500}
 * @param personal what must be provable later although it is personal data; only salted commitments of it are kept
 */
public record Act(String verb, String subject, Map<String, String> facts, Map<String, String> personal) {

    /**
     * Checks the names of facts.
     *
     * @throws IllegalArgumentException if a fact's name is anything but ASCII letters, digits, dot and hyphen
     */
    public Act {
        requireNonNull(verb);
        requireNonNull(subject);
        facts = Map.copyOf(facts);
        personal = Map.copyOf(personal);
        Stream.concat(facts.keySet().stream(), personal.keySet().stream()).forEach(Act::requirePlain);
    }

    /** An act that says all by its verb and subject. */
    public Act(String verb, String subject) {
        this(verb, subject, Map.of(), Map.of());
    }

    /** An act with facts and no personal data. */
    public Act(String verb, String subject, Map<String, String> facts) {
        this(verb, subject, facts, Map.of());
    }

    /** Leaves the personal data out. */
    @Override
    public String toString() {
        return "Act[" + verb + ", " + subject + ", " + facts + "]";
    }

    private static void requirePlain(String name) {
        if (!name.matches("[A-Za-z0-9.-]{1,100}")) {
            throw new IllegalArgumentException(
                    "the name of a fact must be ASCII letters, digits, dot, hyphen: " + name);
        }
    }
}

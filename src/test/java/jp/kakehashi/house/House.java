package jp.kakehashi.house;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The packages of the house and which other packages each may use directly: one way, not transitive. The rules read
 * this table; a package that is not in it may not exist.
 */
final class House {

    static final String ROOT = "jp.kakehashi";

    private static final List<String> PAPER = List.of("workbook", "parcel", "letter");
    private static final List<String> BASE =
            List.of("calendar", "vault", "register", "agreement", "people", "mailroom");
    private static final List<String> WARD =
            List.of("source", "casefile", "shipment", "release", "notice", "inquiry", "disclosure");
    private static final List<String> BUREAU = List.of("bureau");
    private static final List<String> EDGE = List.of("desk", "routing", "command");

    /** The tiers from the bottom up, each with its packages. */
    static final Map<String, List<String>> TIERS = tiers();

    private static final Map<String, Set<String>> MAY_USE = table();

    private House() {}

    /** The packages that {@code name} may use directly; empty when the house has no such package. */
    static Optional<Set<String>> usableBy(String name) {
        return Optional.ofNullable(MAY_USE.get(name));
    }

    /** Every package of the table. */
    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    /** Whether the package is paper: JDK and codec libraries only. */
    static boolean isPaper(String name) {
        return PAPER.contains(name);
    }

    private static Map<String, List<String>> tiers() {
        Map<String, List<String>> tiers = new LinkedHashMap<>();
        tiers.put("paper", PAPER);
        tiers.put("base", BASE);
        tiers.put("ward", WARD);
        tiers.put("bureau", BUREAU);
        tiers.put("edge", EDGE);
        return tiers;
    }

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        List<String> chain = List.of("agreement", "calendar", "register", "vault");
        PAPER.forEach(paper -> table.put(paper, Set.of()));
        table.put("calendar", Set.of());
        table.put("vault", Set.of());
        table.put("register", Set.of("vault"));
        table.put("agreement", Set.of("workbook", "calendar"));
        table.put("people", Set.of("register", "vault", "calendar"));
        table.put("mailroom", Set.of("letter", "agreement", "register", "vault"));
        table.put("source", all(chain));
        table.put("casefile", all(List.of("source"), chain));
        table.put("shipment", all(List.of("casefile", "mailroom"), PAPER, chain));
        table.put("release", Set.of("shipment", "people", "agreement", "calendar", "register"));
        table.put("notice", all(List.of("casefile", "shipment", "mailroom", "letter"), chain));
        table.put("inquiry", all(List.of("casefile", "notice", "shipment", "mailroom"), PAPER, chain));
        table.put("disclosure", all(List.of("notice", "casefile"), chain));
        table.put("bureau", all(PAPER, BASE));
        table.put("desk", all(WARD, BUREAU, BASE));
        table.put("routing", all(PAPER, BASE, WARD, BUREAU));
        table.put("command", all(PAPER, BASE, WARD, BUREAU, List.of("desk", "routing")));
        return table;
    }

    @SafeVarargs
    private static Set<String> all(List<String>... groups) {
        Set<String> together = new LinkedHashSet<>();
        Stream.of(groups).forEach(together::addAll);
        return new TreeSet<>(together);
    }
}

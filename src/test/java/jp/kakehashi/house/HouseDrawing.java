package jp.kakehashi.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the house as it is: the packages that exist and the arrows that the classes really have. */
final class HouseDrawing {

    private static final String HEAD = """
            # The house

            Drawn by `HouseDrawingTest` from the classes; write it anew with
            `mvn test -Dtest=HouseDrawingTest -Ddocs.write=true`. An arrow that a longer way implies is left out of the
            drawing and stands in the table. What each package *may* use is the table in `House`, held by `HouseTest`.

            """;

    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final PackageNotes notes;

    HouseDrawing(JavaClasses classes, PackageNotes notes) {
        this.notes = notes;
        notes.packages().forEach(name -> uses.put(name, new TreeSet<>()));
        classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .forEach(this::add);
    }

    /** The drawing as Markdown: a diagram, then the table. */
    String markdown() {
        return HEAD + diagram() + "\n" + table();
    }

    private void add(Dependency dependency) {
        String from = dependency.getOriginClass().getPackageName();
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        String prefix = House.ROOT + ".";
        if (from.startsWith(prefix) && to.startsWith(prefix) && !from.equals(to)) {
            uses.get(from.substring(prefix.length())).add(to.substring(prefix.length()));
        }
    }

    private String diagram() {
        String rooms = House.TIERS.entrySet().stream().map(this::tier).collect(Collectors.joining());
        String arrows = uses.keySet().stream()
                .flatMap(from -> drawn(from).map(to -> "  " + from + " --> " + to + "\n"))
                .collect(Collectors.joining());
        return "```mermaid\nflowchart TB\n" + rooms + arrows + "```\n";
    }

    private String tier(Map.Entry<String, List<String>> tier) {
        List<String> rooms = existing(tier.getValue());
        if (rooms.isEmpty()) {
            return "";
        }
        return "  subgraph " + tier.getKey() + "-tier [" + tier.getKey() + "]\n    " + String.join("\n    ", rooms)
                + "\n  end\n";
    }

    private Stream<String> drawn(String from) {
        return uses.get(from).stream()
                .filter(to -> uses.get(from).stream().noneMatch(other -> !other.equals(to) && reaches(other, to)));
    }

    private boolean reaches(String from, String to) {
        return uses.get(from).contains(to) || uses.get(from).stream().anyMatch(next -> reaches(next, to));
    }

    private String table() {
        String rows = House.TIERS.entrySet().stream()
                .flatMap(tier -> existing(tier.getValue()).stream().map(name -> row(tier.getKey(), name)))
                .collect(Collectors.joining());
        return "| tier | package | what it is for | uses directly |\n|---|---|---|---|\n" + rows;
    }

    private String row(String tier, String name) {
        String used = uses.get(name).isEmpty() ? "–" : String.join(", ", uses.get(name));
        return "| " + tier + " | `" + name + "` | " + notes.purposeOf(name) + " | " + used + " |\n";
    }

    private List<String> existing(List<String> names) {
        return names.stream().filter(uses::containsKey).toList();
    }
}

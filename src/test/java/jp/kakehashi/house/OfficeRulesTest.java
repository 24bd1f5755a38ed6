package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule of the office has a test, or a later part that brings it; {@code docs/office-rules.md} says which. */
class OfficeRulesTest {

    private static final Path RULES = Path.of("src/test/resources/house/office-rules.txt");
    private static final Pattern PROOF = Pattern.compile(
            "@OfficeRule\\(\\{?([^)}]*)\\}?\\)(?:\\s*@[^\\n]*\\n)*[^;{]*?void (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\"([a-z-]+)\"");
    private static final String HEAD = """
            # The rules of the office and their tests

            Written by `OfficeRulesTest` from `%s` and the tests that name a rule (`@OfficeRule`); write it anew with
            `mvn test -Dtest=OfficeRulesTest -Ddocs.write=true`. The build fails on a rule with neither a test nor a later part.
            """.formatted(RULES);

    private final List<Object> lines = new ArrayList<>();
    private final SortedMap<String, TreeSet<String>> proofs = new TreeMap<>();

    private record Chapter(String title) {}

    private record Rule(String id, String text, Optional<String> later) {}

    OfficeRulesTest() throws IOException {
        for (String line : Files.readAllLines(RULES)) {
            if (line.startsWith("## ")) {
                lines.add(new Chapter(line.substring(3)));
            } else if (!line.startsWith("#") && line.contains(" | ")) {
                lines.add(rule(line.split(" \\| ", -1)));
            }
        }
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(found -> found.toString().endsWith("Test.java")
                            || found.toString().endsWith("Contract.java"))
                    .toList()) {
                gather(file);
            }
        }
    }

    private static Rule rule(String... parts) {
        Optional<String> later =
                parts.length > 2 ? Optional.of(parts[2].replaceFirst("^later: ", "")) : Optional.empty();
        return new Rule(parts[0], parts[1], later);
    }

    private void gather(Path file) throws IOException {
        String type = file.getFileName().toString().replace(".java", "");
        PROOF.matcher(Files.readString(file))
                .results()
                .forEach(proof -> ID.matcher(proof.group(1))
                        .results()
                        .forEach(id -> proofs.computeIfAbsent(id.group(1), none -> new TreeSet<>())
                                .add("`" + type + "." + proof.group(2) + "`")));
    }

    private List<Rule> rules() {
        return lines.stream()
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .toList();
    }

    @Test
    void everyRuleHasATestOrALaterPart() {
        assertThat(rules().stream()
                        .filter(rule ->
                                !proofs.containsKey(rule.id()) && rule.later().isEmpty()))
                .as("rules of the office with neither")
                .isEmpty();
    }

    @Test
    void whatHasATestIsNoLongerLater() {
        assertThat(rules().stream()
                        .filter(rule ->
                                proofs.containsKey(rule.id()) && rule.later().isPresent()))
                .isEmpty();
    }

    @Test
    void everyTestNamesARuleThatIsThere() {
        assertThat(rules().stream().map(Rule::id)).containsAll(proofs.keySet()).doesNotHaveDuplicates();
    }

    @Test
    void theRulesAreWrittenDown() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (Object line : lines) {
            text.append(line instanceof Chapter chapter ? chapter(chapter) : row((Rule) line));
        }
        Written.compare(Path.of("docs/office-rules.md"), text.toString());
    }

    private static String chapter(Chapter chapter) {
        return "\n## " + chapter.title() + "\n\n| rule | proof |\n|---|---|\n";
    }

    private String row(Rule rule) {
        String proof = proofs.containsKey(rule.id())
                ? String.join(", ", proofs.get(rule.id()))
                : "later: " + rule.later().orElse("");
        return "| " + rule.text() + " | " + proof + " |\n";
    }
}

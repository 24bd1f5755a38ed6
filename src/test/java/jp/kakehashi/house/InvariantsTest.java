package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every invariant has tests that bear its number; {@code docs/invariants.md} lists them. */
class InvariantsTest {

    private static final Pattern TEST = Pattern.compile("void invariant(\\d+)_(\\w+)\\(");

    private static final String HEAD = """
            # The invariants and their tests

            Written by `InvariantsTest` from the names of the tests; write it anew with
            `mvn test -Dtest=InvariantsTest -Ddocs.write=true`.
            """;

    private static final List<String> INVARIANTS = List.of(
            "Only the agreed items leave.",
            "Only these bytes, to these addresses, in this period, by these people, together.",
            "No plaintext personal data on disk, in logs, mail headers, file names, URLs, error texts.",
            "No machine resend. Unknown is a state.",
            "Nothing received is lost.",
            "No paid person is newly sent.",
            "Passwords never travel by mail.",
            "Every act is in the chain, and the chain verifies offline.",
            "Bad configuration refuses to start.",
            "Nothing calls out.");

    private final List<Proof> proofs = proofs();

    @Test
    void everyInvariantHasATest() {
        assertThat(IntStream.rangeClosed(1, INVARIANTS.size())
                        .filter(number -> testsOf(number).isEmpty()))
                .as("invariants without a test")
                .isEmpty();
    }

    @Test
    void theInvariantsAreWrittenDown() throws IOException {
        Written.compare(
                Path.of("docs/invariants.md"),
                HEAD
                        + IntStream.rangeClosed(1, INVARIANTS.size())
                                .mapToObj(this::chapter)
                                .collect(Collectors.joining()));
    }

    private String chapter(int number) {
        String tests = testsOf(number).stream().map(test -> "- " + test + "\n").collect(Collectors.joining());
        return "\n## " + number + ". " + INVARIANTS.get(number - 1) + "\n\n" + tests;
    }

    /** Each as a sentence and the class that says it; a contract run on two ledgers is listed once. */
    private SortedSet<String> testsOf(int number) {
        return proofs.stream()
                .filter(proof -> proof.invariant == number)
                .map(proof -> proof.sentence() + " (`" + proof.type + "`)")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Proof> proofs() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(InvariantsTest::proofsIn)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Proof> proofsIn(Path file) {
        try {
            String type = file.getFileName().toString().replace(".java", "");
            return TEST.matcher(Files.readString(file))
                    .results()
                    .map(found -> new Proof(Integer.parseInt(found.group(1)), type, found.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Proof(int invariant, String type, String name) {

        String sentence() {
            String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                    .replace('_', ' ');
            return words.substring(0, 1).toUpperCase(Locale.ROOT)
                    + words.substring(1).toLowerCase(Locale.ROOT);
        }
    }
}

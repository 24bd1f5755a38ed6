package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code SECURITY.md} names the tests that show each mitigation; a test that it names exists. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");

    @Test
    void everyTestItNamesExists() throws IOException {
        assertThat(missingIn(Files.readString(Path.of("SECURITY.md")))).isEmpty();
    }

    @Test
    void aTestThatDoesNotExistIsFound() throws IOException {
        assertThat(missingIn("`SecurityPageTest.everyTestItNamesExists` `HouseTest.nothingEverHappens` `NoTest.runs`"))
                .containsExactly("HouseTest.nothingEverHappens", "NoTest.runs");
    }

    private static List<String> missingIn(String page) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> tests = files.filter(Files::isRegularFile).toList();
            return NAMED.matcher(page)
                    .results()
                    .filter(named -> tests.stream().noneMatch(file -> holds(file, named)))
                    .map(named -> named.group(1) + "." + named.group(2))
                    .toList();
        }
    }

    private static boolean holds(Path file, MatchResult named) {
        try {
            return file.getFileName().toString().equals(named.group(1) + ".java")
                    && Files.readString(file).contains("void " + named.group(2) + "(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

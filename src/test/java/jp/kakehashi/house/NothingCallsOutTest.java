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
import org.junit.jupiter.api.io.TempDir;

/** Invariant 10: no class opens a connection of its own, no page names another host, no route goes to the web. */
class NothingCallsOutTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?:|wss?:|[\"'(])//[\\w.-]+");
    private static final List<String> NAMES_OF_GRAMMARS = List.of("http://www.thymeleaf.org", "http://www.w3.org");

    @Test
    void invariant10_noClassOpensAConnectionOfItsOwn() {
        new HouseRules(House.ROOT).nothingCallsOut().check(Imported.HOUSE);
    }

    @Test
    void aClassThatCallsOutIsFound() {
        var result = new HouseRules(Imported.PLANTED_ROOT).nothingCallsOut().evaluate(Imported.PLANTED);

        assertThat(result.getFailureReport().getDetails())
                .anyMatch(line -> line.contains("CallsOut.client()"))
                .anyMatch(line -> line.contains("CallsOut.news(java.net.URL)"))
                .allMatch(line -> line.contains("CallsOut"));
    }

    @Test
    void invariant10_noPageNamesAnotherHost() {
        assertThat(addressesIn(Path.of("src/main/resources"))).isEmpty();
    }

    @Test
    void aPageThatNamesAnotherHostIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("good.html"), "<html xmlns:th=\"http://www.thymeleaf.org\"><a href=\"/cases\">");
        Files.writeString(folder.resolve("font.css"), "@import url(//fonts.example/noto.css);");
        Files.writeString(folder.resolve("page.html"), "<script src=\"https://cdn.example/x.js\"></script>");

        assertThat(addressesIn(folder))
                .containsExactlyInAnyOrder("font.css: (//fonts.example", "page.html: https://cdn.example");
    }

    private static List<String> addressesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(html|css|js|svg)"))
                    .flatMap(NothingCallsOutTest::addresses)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> addresses(Path file) {
        try {
            return ADDRESS.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .filter(address -> !NAMES_OF_GRAMMARS.contains(address))
                    .map(address -> file.getFileName() + ": " + address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

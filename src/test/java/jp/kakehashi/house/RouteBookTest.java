package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every rule against the route book, proves that each rule bites, and writes the book down. */
class RouteBookTest {

    private static final Path ROUTES = Path.of("routes");

    private static final Verbs VERBS = new Verbs(Imported.HOUSE);

    private static final Verbs PLANTED_VERBS = new Verbs(new ClassFileImporter().importPackages("planted.verbs"));

    @Test
    void theRouteBookKeepsEveryRule() {
        assertThat(RouteRules.brokenIn(RouteBook.in(ROUTES), VERBS)).isEmpty();
    }

    @Test
    void aRouteThatKeepsEveryRuleIsLeftAlone() {
        assertThat(RouteRules.brokenIn(RouteBook.of(PlantedRoutes.whole()), PLANTED_VERBS))
                .isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("planted")
    void aRouteThatBreaksARuleIsFound(Map<String, String> texts, String found) {
        assertThat(RouteRules.brokenIn(RouteBook.of(texts), PLANTED_VERBS)).anyMatch(line -> line.contains(found));
    }

    static Stream<Arguments> planted() {
        return PlantedRoutes.broken();
    }

    @Test
    void theRouteBookIsWrittenDown() throws IOException {
        Written.compare(Path.of("docs/routes.md"), new RouteDrawing(RouteBook.in(ROUTES)).markdown());
    }
}

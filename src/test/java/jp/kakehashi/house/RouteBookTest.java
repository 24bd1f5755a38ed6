package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads the route book with Camel's own loader, holds every rule against it, and proves that each rule bites. */
class RouteBookTest extends CamelTestSupport {

    private static final Path ROUTES = Path.of("routes");

    private static final Verbs VERBS = new Verbs(new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(House.ROOT));

    private static final Verbs PLANTED_VERBS =
            new Verbs(new ClassFileImporter().importPackages("jp.kakehashi.house.verbs"));

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withUseAdviceWith(true).withUseRouteBuilder(false);
    }

    @Test
    void camelLoadsEveryRouteUnderItsIdAndPolicy() throws Exception {
        RouteBook book = RouteBook.in(ROUTES);
        for (Place file : book.files()) {
            loader().loadRoutes(ResourceHelper.resolveResource(context, "file:routes/" + file.file()));
        }

        List<RouteDefinition> loaded = ((ModelCamelContext) context).getRouteDefinitions();
        assertThat(loaded)
                .extracting(RouteDefinition::getRouteId)
                .containsExactlyInAnyOrderElementsOf(
                        book.routes().stream().map(Route::id).toList());
        assertThat(loaded)
                .extracting(RouteDefinition::getRouteConfigurationId)
                .containsExactlyInAnyOrderElementsOf(
                        book.routes().stream().map(Route::policy).toList());
    }

    @Test
    void camelRefusesAFileThatIsNoRoute() {
        var broken =
                ResourceHelper.fromString("broken.camel.yaml", "- route:\n    id: x\n    from:\n      urj: timer:x\n");

        assertThatThrownBy(() -> loader().loadRoutes(broken)).hasMessageContaining("broken.camel.yaml");
    }

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

    static java.util.stream.Stream<Arguments> planted() {
        return PlantedRoutes.broken();
    }

    @Test
    void theRouteBookIsWrittenDown() throws IOException {
        Written.compare(Path.of("docs/routes.md"), new RouteDrawing(RouteBook.in(ROUTES)).markdown());
    }

    private RoutesLoader loader() {
        return PluginHelper.getRoutesLoader(context);
    }
}

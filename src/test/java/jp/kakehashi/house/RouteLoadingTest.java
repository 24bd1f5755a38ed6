package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;

/** Camel's own loader understands every route file as we do. */
class RouteLoadingTest extends CamelTestSupport {

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withUseAdviceWith(true).withUseRouteBuilder(false);
    }

    @Test
    void camelLoadsEveryRouteUnderItsIdAndPolicy() throws Exception {
        RouteBook book = RouteBook.in(Path.of("routes"));
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

    private RoutesLoader loader() {
        return PluginHelper.getRoutesLoader(context);
    }
}

package jp.kakehashi.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.kakehashi.mailroom.Routes;
import jp.kakehashi.mailroom.Standstill;
import jp.kakehashi.mailroom.Standstills;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.ScheduledPollConsumer;
import org.springframework.stereotype.Component;

/**
 * The routes of this node. Those that people of the office let stand still do not start with the program, and stop here
 * within moments of the ledger saying so; what is under way comes to its end first.
 */
@Component("runningRoutes")
final class RunningRoutes implements Routes, CamelContextConfiguration {

    /** The route that lets the others stand still: it must go on to let them go. */
    private static final String OWN = "shared-90-standstill";

    /** How long to wait for what is under way before it is tried again at the next turn. */
    private static final int PATIENCE_SECONDS = 10;

    private final Standstills standstills;
    private final RouteFailures failures;
    private final CamelContext routes;
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();

    RunningRoutes(Standstills standstills, RouteFailures failures, CamelContext routes) {
        this.standstills = standstills;
        this.failures = failures;
        this.routes = routes;
    }

    @Override
    public void beforeApplicationStart(CamelContext starting) {
        Set<String> still = still();
        ((ModelCamelContext) starting)
                .getRouteDefinitions().stream()
                        .filter(route -> still.contains(route.getRouteId()) && wouldStart(starting, route))
                        .forEach(route -> {
                            route.setAutoStartup("false");
                            stopped.add(route.getRouteId());
                        });
    }

    private static boolean wouldStart(CamelContext starting, RouteDefinition route) {
        String wanted = route.getAutoStartup();
        return wanted == null || Boolean.parseBoolean(starting.resolvePropertyPlaceholders(wanted));
    }

    @Override
    public void afterApplicationStart(CamelContext started) {
        // Nothing is left to do once they run.
    }

    /** Stops and starts routes as the ledger says now. */
    public void follow() throws Exception {
        Set<String> still = still();
        for (String route : still) {
            if (runs(route) && routes.getRouteController().stopRoute(route, PATIENCE_SECONDS, TimeUnit.SECONDS, true)) {
                stopped.add(route);
            }
        }
        for (String route : Set.copyOf(stopped)) {
            if (!still.contains(route)) {
                routes.getRouteController().startRoute(route);
                stopped.remove(route);
            }
        }
    }

    private Set<String> still() {
        return standstills.ofRoutes().stream()
                .map(Standstill::what)
                .filter(route -> !route.equals(OWN))
                .collect(Collectors.toSet());
    }

    private boolean runs(String route) {
        return routes.getRoute(route) != null
                && routes.getRouteController().getRouteStatus(route).isStarted();
    }

    @Override
    public List<Running> all() {
        return routes.getRoutes().stream()
                .map(this::running)
                .sorted(Comparator.comparing(Running::id))
                .toList();
    }

    private Running running(Route route) {
        String id = route.getRouteId();
        boolean called = route.getEndpoint() instanceof DirectEndpoint;
        return new Running(
                id,
                route.getGroup(),
                route.getDescription(),
                !called && !id.equals(OWN),
                runs(id),
                failedPolls(route.getConsumer()),
                failures.of(id));
    }

    private static long failedPolls(Consumer consumer) {
        return consumer instanceof ScheduledPollConsumer polling ? polling.getErrorCounter() : 0;
    }
}

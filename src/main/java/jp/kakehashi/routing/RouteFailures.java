package jp.kakehashi.routing;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.kakehashi.mailroom.Routes;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.springframework.stereotype.Component;

/** Remembers of each route how it failed last: the class, never the message. */
@Component
final class RouteFailures extends EventNotifierSupport {

    private final Map<String, Routes.Failure> last = new ConcurrentHashMap<>();
    private final Clock clock;

    RouteFailures(Clock clock) {
        this.clock = clock;
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeSendingEvents(true);
        setIgnoreExchangeSentEvents(true);
        setIgnoreExchangeRedeliveryEvents(true);
        setIgnoreStepEvents(true);
    }

    Optional<Routes.Failure> of(String route) {
        return Optional.ofNullable(last.get(route));
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeFailedEvent failed && failed.getCause() != null) {
            String kind = root(failed.getCause()).getClass().getSimpleName();
            last.put(failed.getExchange().getFromRouteId(), new Routes.Failure(kind, clock.instant()));
        }
    }

    private static Throwable root(Throwable trouble) {
        Throwable root = trouble;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

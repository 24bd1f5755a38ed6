package jp.kakehashi.routing;

import java.time.Clock;
import java.time.Instant;
import org.apache.camel.ProducerTemplate;

/** The one door through which {@code command} sets the demo's clock and calls a route by its id. */
public final class Cadence {

    private final ProducerTemplate routes;
    private final Clock clock;

    Cadence(ProducerTemplate routes, Clock clock) {
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * Sets the clock; it runs on from there.
     *
     * @param now the time it shows
     * @throws IllegalStateException where the hub runs on real time
     */
    public void set(Instant now) {
        if (!(clock instanceof SettableClock settable)) {
            throw new IllegalStateException("this hub runs on real time; only demo and simulation set the clock");
        }
        settable.set(now);
    }

    /**
     * Does at once what a cron route does at its hour, and waits until it is done.
     *
     * @param route the id of the business route, for example {@code ward-10-poll}
     */
    public void fire(String route) {
        routes.sendBody("direct:" + route, null);
    }

    /**
     * What a route answers at once.
     *
     * @param route the id of a route that changes nothing, for example {@code ward-12-preview}
     * @param answer of which kind it is
     */
    public <T> T ask(String route, Class<T> answer) {
        return routes.requestBody("direct:" + route, null, answer);
    }
}

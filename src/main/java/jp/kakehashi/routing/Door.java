package jp.kakehashi.routing;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.springframework.stereotype.Component;

/**
 * The door of every mail endpoint: no header passes, either way. A sender writes the headers of a mail, and Camel obeys
 * some of its own; nothing of this hub needs any.
 */
@Component("door")
final class Door implements HeaderFilterStrategy {

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return true;
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }
}
